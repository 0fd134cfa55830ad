import { describe, expect, it } from 'vitest';
import type { LocalDate, PlanTask } from '../../domain/plan/types.ts';
import type { DutyKind, Rung } from '../../domain/supervision/types.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';
import { FIRST_REPORTS } from '../../seeds/demo/first-reports.ts';
import { scriptAnswer } from '../../seeds/demo/script-answer.ts';
import { DEMO_SCRIPTS, demoScripts } from '../../seeds/demo/scripts.ts';
import type { ScriptedReply } from '../../seeds/demo/types.ts';
import { DEMO_COUNTIES } from '../../seeds/demo/units.ts';

const facts = demoFacts();

function owners(task: PlanTask): string[] {
  return [...task.leadUnits, ...task.responsibleUnits].flatMap((unit) => (unit === '各县' ? DEMO_COUNTIES : [unit]));
}

const taskOf = (no: string) => {
  const found = facts.tasks.find((task) => task.no === no);
  if (!found) throw new Error(`no task ${no}`);
  return found;
};

/** What the unit's liaison says when asked on that day. */
function ask(no: string, unit: string, duty: DutyKind, day: LocalDate, rung: Rung): ScriptedReply | undefined {
  const script = DEMO_SCRIPTS.find(
    (each) => each.unit === unit && each.rank === 'liaison' && (!each.tasks || each.tasks.includes(no)),
  );
  if (!script) throw new Error(`no liaison of ${unit} for ${no}`);
  const { title, due } = taskOf(no);
  const line = { no, title, duty, cycle: 'x', rung, dueOn: due ?? '2028-06-30' };
  return scriptAnswer(script, [line], { sentAt: `${day}T01:15:00.000Z`, answeredBefore: 5 })?.replies[0];
}

function percent(reply: ScriptedReply | undefined): number | null {
  const typed = /已完成(\d+)%/.exec(reply?.text ?? '')?.[1];
  return reply?.progress ?? (typed ? Number(typed) : null);
}

const parts = facts.tasks.flatMap((task) => owners(task).map((unit) => ({ no: task.no ?? '', unit, task })));

describe('the scripts of the demo', () => {
  it('cover every contact, and every part of every task that has units', () => {
    expect(DEMO_SCRIPTS.map(({ name }) => name)).toEqual(facts.contacts.map(({ name }) => name));
    const covered = Object.entries(FIRST_REPORTS).flatMap(([no, byUnit]) =>
      Object.keys(byUnit).map((unit) => no + unit),
    );
    expect(covered.toSorted()).toEqual(parts.map(({ no, unit }) => no + unit).toSorted());
    for (const script of DEMO_SCRIPTS) {
      for (const { taskNo } of script.answers) expect(owners(taskOf(taskNo))).toContain(script.unit);
    }
  });

  it('have exactly one contact who answers for another unit', () => {
    const wrong = DEMO_SCRIPTS.filter(({ behaviour }) => behaviour.kind === 'wrong');
    expect(wrong).toHaveLength(1);
    const [script] = wrong;
    if (script?.behaviour.kind !== 'wrong') throw new Error('unreachable');
    expect(owners(taskOf(script.behaviour.taskNo ?? ''))).not.toContain(script.unit);
  });

  it('leave the report on (八) overdue with two units heard and five silent', () => {
    const silent = owners(taskOf('(八)')).filter((unit) =>
      ['d3', 'd0', 'o1'].every((rung) => !ask('(八)', unit, 'report', '2026-11-18', rung as Rung)),
    );
    expect(silent).toEqual(['市知识产权局', '市公安局', '市检察院', '东城县', '临江县']);
    expect(ask('(八)', '市法院', 'report', '2026-11-13', 'd3')?.action).toBe('report');
    for (const { no } of facts.tasks.filter(({ key }) => key)) {
      for (const unit of owners(taskOf(no ?? ''))) {
        expect(ask(no ?? '', unit, 'report', '2026-10-15', 'd3'), `${no} ${unit}`).toBeDefined();
      }
    }
  });

  it('leave it to the visitor to answer for 市公安局, even when it is nudged', () => {
    expect(ask('(八)', '市公安局', 'report', '2026-11-23', 'nudge-1')).toBeUndefined();
    expect(ask('(八)', '东城县', 'report', '2026-11-23', 'nudge-1')?.progress).toBe(80);
    expect(ask('(十一)', '市公安局', 'report', '2026-11-23', 'd3')?.action).toBe('report');
  });

  it('put only (五) and (十) behind the pace on the day of the board', () => {
    const day = (date: string) => Date.parse(date) / 86_400_000;
    const behind = parts.filter(({ no, unit, task }) => {
      const due = task.due ?? '2028-06-30';
      const closing = due < '2026-12-01' ? ask(no, unit, 'completion', '2026-11-19', 'd7') : undefined;
      const key = task.key ? ask(no, unit, 'report', '2026-11-13', 'd3') : undefined;
      if (task.key && !key) return false;
      const last = closing ?? key ?? ask(no, unit, 'report', '2026-09-22', 'd3');
      if (last?.action === 'claim-completion') return false;
      const elapsed = (day('2026-11-23') - day('2026-07-01')) / (day(due) - day('2026-07-01'));
      return (percent(last) ?? 0) < 0.9 * elapsed * 100;
    });
    expect(behind.map(({ no, unit }) => no + unit)).toEqual(['(五)市工信局', '(十)市知识产权局']);
  });

  it('never let a unit report less than it did before', () => {
    const months = ['07', '08', '09', '10', '11', '12'];
    for (const { no, unit } of parts) {
      const series = months
        .map((month) => percent(ask(no, unit, 'report', `2026-${month}-22`, 'd3')))
        .filter((value) => value !== null);
      expect(series, `${no} ${unit}`).toEqual(series.toSorted((a, b) => a - b));
    }
  });

  it('close what was nearly done on the last days before it is due', () => {
    for (const [no, d3, d1] of [
      ['(二)', '2026-11-24', '2026-11-26'],
      ['(三)', '2026-11-20', '2026-11-24'],
      ['(九)', '2026-11-25', '2026-11-27'],
    ] as const) {
      for (const unit of owners(taskOf(no))) {
        const early = percent(ask(no, unit, 'completion', d3, 'd3'));
        expect(early, `${no} ${unit}`).toBe(percent(ask(no, unit, 'completion', '2026-11-19', 'd7')));
        expect(ask(no, unit, 'completion', d1, 'd1')?.action, `${no} ${unit}`).toBe('claim-completion');
      }
    }
  });

  it('ask for more time for (九) and claim completion of (十四)', () => {
    expect(ask('(九)', '市科技局', 'completion', '2026-11-19', 'd7')).toMatchObject({
      action: 'text',
      confirm: true,
      text: expect.stringContaining('申请延期至12月21日'),
    });
    expect(ask('(十四)', '市教育局', 'report', '2026-11-13', 'd3')?.action).toBe('claim-completion');
  });

  it('hold dates that move with the start', () => {
    const says = (startMonth: string) => JSON.stringify(demoScripts(startMonth));
    expect(says('2026-06')).toContain('预计12月8日前报送审稿');
    expect(says('2027-01')).toContain('预计7月8日前报送审稿');
    expect(says('2027-01')).not.toContain('2026-1');
  });
});
