import { describe, expect, it } from 'vitest';
import { lineKey, scriptAnswer } from '../../seeds/demo/script-answer.ts';
import type { ScriptedAnswer, ScriptedBehaviour, ScriptedContact, ScriptLine } from '../../seeds/demo/types.ts';

const prompt: ScriptedBehaviour = { kind: 'prompt', delayMinutes: 30 };
/** Friday 20 November 2026, 09:15 in Shanghai. */
const sentAt = '2026-11-20T01:15:00.000Z';
const context = { sentAt, answeredBefore: 0 };

function contact(behaviour: ScriptedBehaviour, answers: ScriptedAnswer[] = []): ScriptedContact {
  return { unit: '市科技局', rank: 'liaison', name: '周某', behaviour, answers };
}

function line(over: Partial<ScriptLine> = {}): ScriptLine {
  return {
    no: '(九)',
    title: '规划',
    duty: 'report',
    cycle: '2026Q4',
    rung: 'd3',
    dueOn: '2026-12-25',
    ...over,
  };
}

describe('scriptAnswer', () => {
  it('gives the same answer to the same question', () => {
    const script = contact(prompt);
    expect(scriptAnswer(script, [line()], context)).toEqual(scriptAnswer(script, [line()], context));
  });

  it('lets a prompt contact sign, report, and claim completion only when it is due', () => {
    const answer = (over: Partial<ScriptLine>) => scriptAnswer(contact(prompt), [line(over)], context)?.replies[0];
    expect(answer({ duty: 'receipt', rung: 'issue' })?.action).toBe('receipt');
    expect(answer({})?.action).toBe('report');
    expect(answer({ duty: 'completion', rung: 'd7', dueOn: '2026-12-01' })?.action).toBe('report');
    expect(answer({ duty: 'completion', rung: 'd1', dueOn: '2026-11-21' })?.action).toBe('claim-completion');
    expect(answer({ duty: 'completion', rung: 'o3', dueOn: '2026-11-17' })?.action).toBe('claim-completion');
    expect(answer({ duty: 'completion', rung: 'issue', dueOn: '2026-12-31' })).toBeUndefined();
  });

  it('never reports less than before', () => {
    const percent = (answeredBefore: number) =>
      scriptAnswer(contact(prompt), [line()], { sentAt, answeredBefore })?.replies[0]?.progress ?? -1;
    const series = Array.from({ length: 30 }, (_, index) => percent(index));
    expect(series).toEqual([...series].sort((a, b) => a - b));
    expect(series.at(-1)).toBe(90);
  });

  it('keeps a silent contact silent', () => {
    expect(scriptAnswer(contact({ kind: 'silent' }), [line()], context)).toBeNull();
    expect(scriptAnswer(contact(prompt), [], context)).toBeNull();
  });

  it('passes over the weekend for a late contact', () => {
    const late = scriptAnswer(contact({ kind: 'late', delayWorkingDays: 1 }), [line()], context);
    expect(late?.delayMinutes).toBe(3 * 24 * 60);
  });

  it('answers wrongly once, then rightly', () => {
    const script = contact({ kind: 'wrong', delayMinutes: 45, taskNo: '(四)', title: '教育' });
    const first = scriptAnswer(script, [line(), line({ no: '(二)' })], context);
    expect(first).toEqual({
      delayMinutes: 45,
      replies: [{ line: 0, action: 'text', text: '第(四)项已完成60%,正在按计划推进。' }],
    });
    const second = scriptAnswer(script, [line(), line({ no: '(二)' })], { sentAt, answeredBefore: 1 });
    expect(second?.replies.map(({ action }) => action)).toEqual(['report', 'report']);
  });

  it('names a task without a number by its title', () => {
    const script = contact({ kind: 'wrong', delayMinutes: 45, taskNo: null, title: '培育文化' });
    expect(scriptAnswer(script, [line()], context)?.replies[0]?.text).toContain('“培育文化”');
  });

  it('takes the last row that fits the task, the duty and the day', () => {
    const script = contact(prompt, [
      { taskNo: '(九)', duty: 'report', buttons: 'report', progress: 40, text: '初稿。' },
      { taskNo: '(九)', duty: 'report', from: '2026-11-20', until: '2026-11-21', text: '第(九)项已完成80%' },
      { taskNo: '(九)', duty: 'report', from: '2026-11-21', buttons: 'no-change' },
    ]);
    const on = (day: string) =>
      scriptAnswer(script, [line()], { sentAt: `${day}T01:15:00.000Z`, answeredBefore: 1 })?.replies[0];
    expect(on('2026-11-19')).toEqual({ line: 0, action: 'report', text: '初稿。', progress: 40 });
    expect(on('2026-11-20')).toEqual({ line: 0, action: 'text', text: '第(九)项已完成80%', confirm: true });
    expect(on('2026-11-21')).toEqual({ line: 0, action: 'no-change' });
  });

  it('counts the day by the local calendar, not by UTC', () => {
    const script = contact(prompt, [{ taskNo: '(九)', from: '2026-11-21', buttons: 'no-change' }]);
    const at = (instant: string) => scriptAnswer(script, [line()], { sentAt: instant, answeredBefore: 1 });
    expect(at('2026-11-20T15:59:00.000Z')?.replies[0]?.action).toBe('report');
    expect(at('2026-11-20T16:00:00.000Z')?.replies[0]?.action).toBe('no-change');
  });

  it('leaves out the lines it stays silent about, unless it is nudged where the script says so', () => {
    const silent = (how: ScriptedAnswer['silent']) => contact(prompt, [{ taskNo: '(九)', silent: how }]);
    const lines = (rung: ScriptLine['rung']) => [line({ rung }), line({ no: '(二)' })];
    const answered = (how: ScriptedAnswer['silent'], rung: ScriptLine['rung']) =>
      scriptAnswer(silent(how), lines(rung), context)?.replies.map((reply) => reply.line);
    expect(answered('always', 'nudge-1')).toEqual([1]);
    expect(answered('unless-nudged', 'o1')).toEqual([1]);
    expect(answered('unless-nudged', 'nudge-1')).toEqual([0, 1]);
  });

  it('does not answer again what it has already planned to answer', () => {
    const planned = [lineKey(line())];
    expect(scriptAnswer(contact(prompt), [line({ rung: 'd0' })], { ...context, planned })).toBeNull();
    const other = scriptAnswer(contact(prompt), [line(), line({ cycle: '2027Q1' })], { ...context, planned });
    expect(other?.replies.map((reply) => reply.line)).toEqual([1]);
  });

  it('takes as long as its slowest line', () => {
    const script = contact(prompt, [{ taskNo: '(九)', buttons: 'no-change', delayWorkingDays: 4 }]);
    expect(scriptAnswer(script, [line(), line({ no: '(二)' })], context)?.delayMinutes).toBe(6 * 24 * 60);
  });
});
