import { describe, expect, it } from 'vitest';
import { alignFacts } from '../../../../domain/plan/amend/align-facts.ts';
import { applyChanges } from '../../../../domain/plan/amend/apply-changes.ts';
import { matchTasks } from '../../../../domain/plan/amend/match-tasks.ts';
import { planChanges } from '../../../../domain/plan/amend/plan-changes.ts';
import { planProblems } from '../../../../domain/plan/checks.ts';
import type { PlanFacts } from '../../../../domain/plan/types.ts';
import { plan, target, task } from '../fixtures.ts';

const unit = (name: string, more = {}) => ({
  name,
  short: name.slice(1, 4),
  aliases: [],
  kind: 'department' as const,
  relation: 'subordinate' as const,
  ...more,
});
const old = plan({
  units: [unit('市科技局', { aliases: ['科技局'] }), unit('市财政局')],
  phases: [{ kind: 'implementation', name: '实施阶段', start: '2027-01', end: '2027-06', duties: [] }],
  targets: [target('保护工作站', { value: 20, unit: '家' })],
  tasks: [
    task('开展宣传培训', { no: '(一)', leadUnits: ['市科技局'], responsibleUnits: ['市财政局'], due: '2026-12' }),
    task('完善监督检查机制', { no: '(二)', leadUnits: ['市财政局'] }),
  ],
});

const changesTo = (version: PlanFacts) => {
  const now = alignFacts(old, version);
  return planChanges(old, now, matchTasks(old.tasks, now.tasks));
};
const with0 = (more: object): PlanFacts => ({ ...old, tasks: [{ ...old.tasks[0]!, ...more }, old.tasks[1]!] });

describe('the changes between two versions of a plan', () => {
  it.each([
    [{ due: '2027-03' }, 't0.due', '第(一)项“开展宣传培训”的完成时限由2026年12月改为2027年3月。'],
    [{ title: '广泛开展宣传培训' }, 't0.title', '第(一)项“开展宣传培训”改称“广泛开展宣传培训”。'],
    [{ no: '(三)' }, 't0.no', '第(一)项“开展宣传培训”的编号由(一)改为(三)。'],
    [{ section: '保障' }, 't0.section', '第(一)项“开展宣传培训”由“无章节”移入“保障”。'],
    [{ obligation: 'optional' }, 't0.obligation', '第(一)项“开展宣传培训”由未注明改为选做。'],
    [{ responsibleUnits: [] }, 't0.responsibleUnits-市财政局', '市财政局不再是第(一)项“开展宣传培训”的责任单位。'],
    [
      { leadUnits: ['市财政局'], responsibleUnits: ['市科技局'] },
      't0.role:市科技局',
      '市科技局在第(一)项“开展宣传培训”中由牵头单位改为责任单位。',
    ],
  ])('says %j in one sentence', (more, id, sentence) => {
    expect(changesTo(with0(more)).find((change) => change.id === id)).toMatchObject({ sentence, doubtful: false });
  });

  it('names a new unit of a task, and lists it', () => {
    const version = with0({ responsibleUnits: ['市财政局', '市文旅局'] });
    const changes = changesTo({ ...version, units: [...old.units, unit('市文旅局')] });
    expect(changes.map(({ id }) => id)).toEqual(['u+市文旅局', 't0.responsibleUnits+市文旅局']);
  });

  it('takes a unit under another of its names for the same', () => {
    const version = with0({ leadUnits: ['科技局'] });
    expect(changesTo({ ...version, units: [unit('科技局'), unit('市财政局')] })).toEqual([]);
  });

  it('says when a phase or a target is another', () => {
    const changes = changesTo({
      ...old,
      phases: [{ ...old.phases[0]!, end: '2027-09' }],
      targets: [{ ...old.targets[0]!, value: 25 }],
    });
    expect(changes.map(({ id, sentence }) => [id, sentence])).toEqual([
      ['phase.implementation.dates', '“实施阶段”由2027年1月至2027年6月改为2027年1月至2027年9月。'],
      ['g0', '目标调整:保护工作站不少于20家,改为保护工作站不少于25家。'],
    ]);
  });

  it('lists a unit whose task was accepted without it, and refuses to drop one that is still needed', () => {
    const version = { ...with0({ responsibleUnits: ['市文旅局'] }), units: [unit('市科技局'), unit('市文旅局')] };
    const now = alignFacts(old, { ...version, tasks: [version.tasks[0]!] });
    const match = matchTasks(old.tasks, now.tasks);
    const apply = (...ids: string[]) => applyChanges(old, now, match, new Set(ids)).facts;
    expect(planProblems(apply('t0.responsibleUnits+市文旅局'))).toEqual([]);
    expect(planProblems(apply('u-市财政局')).map(({ message }) => message)).toContain('单位名单中没有"市财政局"');
  });

  it('keeps the office and the contacts, which no published text settles', () => {
    const mine = {
      ...old,
      office: { name: '市推进办', host: '市科技局' },
      contacts: [{ name: '甲某', unit: '市科技局', rank: 'liaison' as const, tasks: ['(一)'] }],
    };
    const now = alignFacts(mine, with0({ no: '(五)' }));
    const match = matchTasks(mine.tasks, now.tasks);
    const ids = new Set(planChanges(mine, now, match).map(({ id }) => id));
    const { facts } = applyChanges(mine, now, match, ids);
    expect(facts.office).toEqual(mine.office);
    expect(facts.contacts).toEqual([{ ...mine.contacts[0], tasks: ['(五)'] }]);
  });

  it('leaves to the office what a text does not say: the order of the units, 重点任务, who belongs to a group', () => {
    const group = unit('各县', { kind: 'group' as const, members: ['甲县'] });
    const mine = {
      ...old,
      office: { name: '市推进办', host: '市审计局' },
      units: [unit('甲县'), group, unit('市审计局'), ...old.units],
      tasks: [{ ...old.tasks[0]!, key: true, otherUnits: ['各县'] }, old.tasks[1]!],
    };
    const said = { ...old.tasks[0]!, otherUnits: ['各县'] };
    const version = { ...mine, units: [old.units[1]!, unit('各县'), old.units[0]!], tasks: [said, old.tasks[1]!] };
    const now = alignFacts(mine, version);
    expect(now.units.map(({ name }) => name)).toEqual(['甲县', '各县', '市审计局', '市科技局', '市财政局']);
    expect(planChanges(mine, now, matchTasks(mine.tasks, now.tasks))).toEqual([]);
  });
});
