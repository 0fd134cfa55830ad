import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { REPEATED } from '../../activities/repeated-rungs.ts';
import { acceptAllChanges } from '../../bot/desk/amend/accept-all.ts';
import { acceptChange } from '../../bot/desk/amend/accept-change.ts';
import { amendmentList } from '../../bot/desk/amend/amendment-list.ts';
import { proposeAmendment } from '../../bot/desk/amend/propose-amendment.ts';
import type { DeskDeps } from '../../bot/desk/deps.ts';
import { briefView } from '../../bot/desk/brief/brief-view.ts';
import { draftBrief } from '../../bot/desk/brief/draft-brief.ts';
import { taskStory } from '../../bot/desk/views/task-story.ts';
import { today } from '../../bot/desk/views/today.ts';
import { createEntityUpdates } from '../../bot/entity-updates.ts';
import type { PlanFacts } from '../../domain/plan/types.ts';
import type { Part, PlanState, SupervisedState } from '../../domain/supervision/types.ts';
import { verifyChains } from '../../prisma/verify-chains.ts';
import { scriptedContactsFor } from '../../seeds/test-contacts.ts';
import type { RecordReply } from '../../workflows/messages.ts';
import { phaseWorkflowId, planWorkflowId, taskWorkflowId } from '../../workflows/ids.ts';
import { amendedDemo, demoToAmend } from './amended-demo.ts';
import { workflowBundle } from './harness.ts';
import { office } from './office.ts';
import { startPlanRun, type PlanRun } from './plan-run.ts';
import { partSlots } from '../../domain/supervision/settle.ts';

const PLAN = 'demo';
let run: PlanRun;
let desk: DeskDeps;
/** Ids by the numbers of the version that was started. */
let ids: Map<string, string>;

beforeAll(async () => {
  const facts = demoToAmend();
  run = await startPlanRun({
    plans: [{ id: PLAN, facts, contacts: scriptedContactsFor(facts), mode: 'as-printed' }],
    startAt: new Date('2026-06-01T00:30:00Z'),
  });
  const { prisma } = run.h;
  ({ desk } = run);
  await run.steps.runUntil(new Date('2026-06-30T08:00:00Z'));
  await run.advance(PLAN);
  await run.steps.runUntil(new Date('2026-09-15T04:00:00Z'));
  const tasks = await prisma.task.findMany({ where: { planId: PLAN } });
  ids = new Map(tasks.map(({ no, id }) => [no ?? '', id]));
}, 600_000);
afterAll(() => run.stop());

const idOf = (no: string): string => ids.get(no) ?? '';
const stored = async <S>(entityId: string): Promise<S> => {
  const row = await run.h.prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
  return row.state as unknown as S;
};
const stateOf = (no: string): Promise<SupervisedState> => stored(taskWorkflowId(idOf(no)));
const unitId = async (name: string): Promise<string> =>
  (await run.h.prisma.unit.findUniqueOrThrow({ where: { planId_name: { planId: PLAN, name } } })).id;
const partOf = async (no: string, unit: string): Promise<Part | undefined> => {
  const [{ parts }, id] = [await stateOf(no), await unitId(unit)];
  return parts.find((part) => part.unitId === id);
};
const kindsOf = async (no: string): Promise<string[]> => {
  const events = await run.h.prisma.event.findMany({
    where: { entityId: taskWorkflowId(idOf(no)) },
    orderBy: { seq: 'asc' },
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
};
const queued = (no: string, more: object = {}): Promise<number> =>
  run.h.prisma.prompt.count({ where: { entityId: taskWorkflowId(idOf(no)), status: 'queued', ...more } });
const accept = async (changeId: string): Promise<string> => {
  const { summary } = await acceptChange(desk, office, { planId: PLAN, changeId });
  await run.steps.quiet();
  return summary;
};
const propose = (facts: PlanFacts) => proposeAmendment(desk, office, { planId: PLAN, facts });
const place = (no: string): number => demoToAmend().tasks.findIndex((task) => task.no === no);

describe('a new version of the running demo plan', () => {
  test('says nothing where it is the plan as it runs', async () => {
    expect(await propose(demoToAmend())).toMatchObject({ no: null, open: 0 });
  });

  test('is a list of changes, none of them doubtful, and changes nothing by itself', async () => {
    const before = await stateOf('(五)');
    const { no, open } = await propose(amendedDemo());
    expect(no).toBe(1);
    const { amendments } = await amendmentList(desk, office, { planId: PLAN });
    const [amendment] = amendments;
    const found = amendment?.changes ?? [];
    expect(found.map(({ id, kind }) => [id, kind]).sort()).toEqual(
      [
        ['phase.implementation.dates', 'phase-dates'],
        [`t${place('(三)')}.due`, 'due'],
        [`t${place('(四)')}.title`, 'task-renamed'],
        [`t${place('(五)')}.title`, 'task-renamed'],
        [`t${place('(七)')}.responsibleUnits+市公安局`, 'unit-in'],
        [`t${place('(九)')}.responsibleUnits-市工信局`, 'unit-out'],
        [`t${place('(十)')}.due`, 'due'],
        [`t${place('(十三)')}.title`, 'task-renamed'],
        [`t${place('(十四)')}.removed`, 'task-merged'],
        [`t${place('(十五)')}.removed`, 'task-removed'],
        [`t${place('(十六)')}.no`, 'task-renumbered'],
        ['n14', 'task-split'],
        ['n15', 'task-added'],
      ].sort(),
    );
    expect(found.filter(({ doubtful }) => doubtful)).toEqual([]);
    expect(open).toBe(found.length);
    expect(await stateOf('(五)')).toEqual(before);
  });

  test('a renamed task keeps its id, its history and its answers', async () => {
    const before = await stateOf('(四)');
    await accept(`t${place('(四)')}.title`);
    const after = await stateOf('(四)');
    expect(after.title).toBe('提高专利创造质量和效益');
    expect(after.parts.map(({ lastWords, progress, duties }) => [lastWords, progress, duties])).toEqual(
      before.parts.map(({ lastWords, progress, duties }) => [lastWords, progress, duties]),
    );
    expect((await kindsOf('(四)')).filter((kind) => kind === 'taskAmended')).toHaveLength(1);
    expect((await run.h.prisma.task.findUniqueOrThrow({ where: { id: idOf('(四)') } })).title).toBe(after.title);
  });

  test('the same change accepted again changes nothing', async () => {
    const before = await stateOf('(四)');
    expect(await accept(`t${place('(四)')}.title`)).toBe('该项改动此前已采纳。');
    expect(await stateOf('(四)')).toEqual(before);
  });

  test('a unit that comes in owes its part from now on', async () => {
    await accept(`t${place('(七)')}.responsibleUnits+市公安局`);
    const part = await partOf('(七)', '市公安局');
    expect(part).toMatchObject({ role: 'responsible', receiptAt: null });
    expect(part?.duties.every(({ dueAt }) => dueAt > '2026-09-15')).toBe(true);
    expect(part?.duties.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['receipt', 'completion']));
  });

  test('a unit that goes out is asked no more, and an answer on its way is kept under its part', async () => {
    const part = await partOf('(九)', '市工信局');
    await accept(`t${place('(九)')}.responsibleUnits-市工信局`);
    const state = await stateOf('(九)');
    expect(state.parts.some(({ id }) => id === part?.id)).toBe(false);
    expect(state.formerParts?.map(({ id }) => id)).toEqual([part?.id]);
    expect(state.slots.flatMap(partSlots).some(({ partId }) => partId === part?.id)).toBe(false);
    expect(await queued('(九)', { partId: part?.id })).toBe(0);

    const updates = createEntityUpdates(async () => run.h.env.client, run.h.prisma);
    const now = (await run.h.clock.now(run.clockId)).toISOString();
    const answer = await updates.recordReply(taskWorkflowId(idOf('(九)')), {
      itemId: 'late-answer',
      partId: part?.id ?? '',
      receivedAt: now,
      offsetMs: state.offsetMs,
      actor: { id: 'liaison', name: '联络员' },
      via: 'test',
      reading: { kind: 'report', progress: 60, done: false, expectedOn: null, blocker: null, words: '已完成60%' },
    });
    expect(answer).toMatchObject({ outcome: 'recorded' });
    const event = await run.h.prisma.event.findFirstOrThrow({ where: { inboxItemId: 'late-answer' } });
    expect(event).toMatchObject({
      kind: 'replyToFormerPart',
      body: { partId: part?.id, reading: { words: '已完成60%' } },
    });
  });

  test('answers that come together are one message, each counts once and a refusal is its own alone', async () => {
    const entityId = taskWorkflowId(idOf('(九)'));
    const state = await stateOf('(九)');
    const receivedAt = (await run.h.clock.now(run.clockId)).toISOString();
    const updates = createEntityUpdates(async () => run.h.env.client, run.h.prisma);
    const updatesTaken = async (): Promise<number> => {
      const { events } = await run.h.env.client.workflow.getHandle(entityId).fetchHistory();
      return (events ?? []).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
    };
    const before = await updatesTaken();
    const said = (itemId: string, partId: string): RecordReply => ({
      itemId,
      partId,
      receivedAt,
      offsetMs: state.offsetMs,
      actor: { id: 'liaison', name: '联络员' },
      via: 'test',
      reading: { kind: 'kept-words', words: '收到,在办' },
    });
    const [partId = ''] = state.parts.map(({ id }) => id);
    const messages = [said('together-1', partId), said('together-2', 'nobody’s'), said('together-3', partId)];
    const answers = () => Promise.allSettled(messages.map((message) => updates.recordReply(entityId, message)));
    const first = await answers();
    expect(first).toMatchObject([
      { status: 'fulfilled', value: { outcome: 'recorded' } },
      { status: 'rejected', reason: { refusal: { code: 'PART_UNKNOWN' } } },
      { status: 'fulfilled', value: { outcome: 'recorded' } },
    ]);
    expect((await updatesTaken()) - before).toBe(1);
    const events = await run.h.prisma.event.findMany({
      where: { entityId, seq: { gt: state.eventSeq } },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ kind, inboxItemId }) => [kind, inboxItemId])).toEqual([
      ['wordsKept', 'together-1'],
      ['refused', null],
      ['wordsKept', 'together-3'],
    ]);
    // As after a crash before the outcome was kept: the same outcomes, and nothing more on record.
    expect(await answers()).toEqual(first);
    expect((await stateOf('(九)')).eventSeq).toBe(state.eventSeq + 3);
  });

  test.each([
    ['(三)', '2026-10-30'],
    ['(十)', '2027-03-31'],
  ])('another due day of %s is another deadline: its rungs are new, those of the old one end', async (no, dueOn) => {
    const before = await stateOf(no);
    await accept(`t${place(no)}.due`);
    const after = await stateOf(no);
    expect(after.dueOn).toBe(dueOn);
    for (const part of after.parts.filter(({ completion }) => completion === 'open')) {
      const was = before.parts.find(({ id }) => id === part.id);
      const [duty] = part.duties.filter(({ kind }) => kind === 'completion');
      expect(duty).toMatchObject({ dueOn, seq: (was?.deadlineSeq ?? 0) + 1 });
      const coming = after.slots
        .flatMap(partSlots)
        .filter((slot) => slot.duty === 'completion' && slot.partId === part.id);
      expect(coming.length).toBeGreaterThan(0);
      expect(coming.every((slot) => slot.seq === duty?.seq && slot.dueOn === dueOn)).toBe(true);
      const old = { partId: part.id, duty: 'completion', deadlineSeq: { lt: duty?.seq ?? 0 } };
      expect(await queued(no, old)).toBe(0);
    }
  });

  test('an added task begins under an id of its own in the phase that runs', async () => {
    await accept('n15');
    const row = await run.h.prisma.task.findFirstOrThrow({ where: { planId: PLAN, no: '(十八)' } });
    const state = await stored<SupervisedState>(taskWorkflowId(row.id));
    expect(state).toMatchObject({ status: 'open', title: '建立信息共享通报制度', dueOn: '2026-12-31' });
    expect(state.phase?.kind).toBe('implementation');
    expect(state.parts).toHaveLength(2);
    expect(state.parts.every(({ duties }) => duties.some(({ kind }) => kind === 'receipt'))).toBe(true);
    const [first] = await run.h.prisma.event.findMany({
      where: { entityId: taskWorkflowId(row.id) },
      orderBy: { seq: 'asc' },
    });
    expect(first).toMatchObject({ kind: 'taskAdded', body: { splitFrom: null } });
  });

  test('a split task goes on as its first piece, the other begins anew', async () => {
    await accept(`t${place('(五)')}.title`);
    await accept('n14');
    expect(await stateOf('(五)')).toMatchObject({ status: 'open', title: '建设公共服务平台' });
    const row = await run.h.prisma.task.findFirstOrThrow({ where: { planId: PLAN, no: '(十七)' } });
    const [first] = await run.h.prisma.event.findMany({
      where: { entityId: taskWorkflowId(row.id) },
      orderBy: { seq: 'asc' },
    });
    expect(first).toMatchObject({ kind: 'taskAdded', body: { splitFrom: idOf('(五)') } });
  });

  test('of merged tasks the first goes on; the other is cancelled with a reference, its prompts withdrawn', async () => {
    await accept(`t${place('(十三)')}.title`);
    await accept(`t${place('(十四)')}.removed`);
    expect(await stateOf('(十三)')).toMatchObject({ status: 'open', title: '建设维权援助站点和快速维权窗口' });
    const gone = await stateOf('(十四)');
    expect(gone).toMatchObject({ status: 'cancelled', slots: [] });
    expect(await queued('(十四)')).toBe(0);
    const event = await run.h.prisma.event.findFirstOrThrow({
      where: { entityId: taskWorkflowId(idOf('(十四)')), kind: 'taskCancelled' },
    });
    expect(event.body).toMatchObject({ mergedInto: idOf('(十三)') });
  });

  test('a removed task is cancelled, never deleted', async () => {
    const before = await kindsOf('(十五)');
    await accept(`t${place('(十五)')}.removed`);
    expect(await stateOf('(十五)')).toMatchObject({ status: 'cancelled' });
    expect((await kindsOf('(十五)')).slice(0, before.length)).toEqual(before);
    expect(await run.h.prisma.task.count({ where: { id: idOf('(十五)') } })).toBe(1);
  });

  test('another end of the phase reaches the plan, the phase and its tasks', async () => {
    await accept('phase.implementation.dates');
    const plan = await stored<PlanState>(planWorkflowId(PLAN));
    const phase = plan.phases.find(({ kind }) => kind === 'implementation');
    expect(phase?.end).toBe('2028-05-31');
    const own = await stored<SupervisedState>(phaseWorkflowId(PLAN, 'implementation', plan.epoch));
    expect(own).toMatchObject({ dueOn: '2028-05-31', phase: { end: '2028-05-31' } });
    // Without a due day of its own it is owed with the phase.
    expect(await stateOf('(十一)')).toMatchObject({ dueOn: '2028-05-31', phase: { end: '2028-05-31' } });
    expect(await stateOf('(六)')).toMatchObject({ dueOn: '2027-12-31', phase: { end: '2028-05-31' } });
  });

  test('all that is left is accepted at once, and the same file has no open change any more', async () => {
    expect(await acceptAllChanges(desk, office, { planId: PLAN })).toMatchObject({ accepted: 1, left: 0 });
    expect(await stateOf('(十六)')).toMatchObject({ no: '(二十)' });
    expect(await propose(amendedDemo())).toMatchObject({ no: 1, open: 0, alreadyThere: true });
    const { amendments } = await amendmentList(desk, office, { planId: PLAN });
    expect(amendments.map(({ counts }) => counts)).toEqual([{ open: 0, accepted: 13, declined: 0 }]);
    expect(amendments[0]?.changes.every(({ carried }) => carried)).toBe(true);
    const { facts } = await run.h.prisma.plan.findUniqueOrThrow({ where: { id: PLAN } });
    expect((facts as unknown as PlanFacts).tasks.map(({ no }) => no)).toEqual(amendedDemo().tasks.map(({ no }) => no));
  });

  test('the plan goes on: nobody is asked for what was withdrawn, new parts are, and the chains hold', async () => {
    await run.steps.runUntil(new Date('2026-11-05T08:00:00Z'));
    const { prisma } = run.h;
    const part = (await stateOf('(九)')).formerParts?.[0]?.id ?? '';
    const ended = { in: [taskWorkflowId(idOf('(十四)')), taskWorkflowId(idOf('(十五)'))] };
    const late = { settledAt: { gt: new Date('2026-09-16T00:00:00Z') }, status: { in: ['sent', 'merged'] } };
    expect(await prisma.prompt.count({ where: { ...late, entityId: ended } })).toBe(0);
    expect(
      await prisma.prompt.count({ where: { ...late, entityId: taskWorkflowId(idOf('(九)')), partId: part } }),
    ).toBe(0);
    const added = await prisma.task.findFirstOrThrow({ where: { planId: PLAN, no: '(十八)' } });
    expect(
      await prisma.prompt.count({ where: { ...late, entityId: taskWorkflowId(added.id), duty: 'receipt' } }),
    ).toBeGreaterThan(0);
    expect((await verifyChains(prisma)).broken).toEqual([]);
  });

  test('board, tasks and brief read the amended plan', async () => {
    const view = await today(desk, office, { planId: PLAN, temporalUi: null });
    expect(view.board.map(({ no }) => no)).toEqual(amendedDemo().tasks.map(({ no }) => no));
    for (const no of ['(九)', '(十三)', '(十五)']) {
      const story = await taskStory(desk, office, { taskId: idOf(no) });
      expect(story.story.some(({ text }) => text.includes('修订'))).toBe(true);
    }
    const { briefId } = await draftBrief(desk, office, { planId: PLAN });
    expect((await briefView(desk, office, { briefId })).sections.length).toBeGreaterThan(0);
  });

  test('a reminder that was sent yesterday is not sent again for the new day', async () => {
    const { prisma } = run.h;
    await run.steps.runUntil(new Date('2026-11-18T08:00:00Z'));
    const version = amendedDemo();
    const tasks = version.tasks.map((task) => (task.no === '(二)' ? { ...task, due: '2026-11-30' } : task));
    expect(await propose({ ...version, tasks })).toMatchObject({ no: 2, open: 1 });
    await accept(`t${place('(二)')}.due`);
    await run.steps.runUntil(new Date('2026-11-19T08:00:00Z'));
    const rungs = await prisma.prompt.findMany({
      where: { entityId: taskWorkflowId(idOf('(二)')), duty: 'completion', rung: 'd7' },
      orderBy: { deadlineSeq: 'asc' },
    });
    const sent = rungs.filter(({ status }) => status === 'sent' || status === 'merged');
    const again = rungs.filter(({ partId, deadlineSeq }) =>
      sent.some((one) => one.partId === partId && one.deadlineSeq < deadlineSeq),
    );
    expect(again.length).toBeGreaterThan(0);
    expect(new Set(again.map(({ status, reason }) => `${status} ${reason}`))).toEqual(new Set([`skipped ${REPEATED}`]));
  });

  test('the next phase opens for what the plan has now, and for nothing that it has no more', async () => {
    await run.advance(PLAN);
    const added = await run.h.prisma.task.findFirstOrThrow({ where: { planId: PLAN, no: '(十八)' } });
    // The plan has gone on; its tasks are told one after the other.
    await vi.waitFor(
      async () => {
        const state = await stored<SupervisedState>(taskWorkflowId(added.id));
        expect(state).toMatchObject({ status: 'open', phase: { kind: 'inspection' }, dueOn: '2026-12-31' });
        expect(await stateOf('(十一)')).toMatchObject({ phase: { kind: 'inspection' }, dueOn: '2028-05-31' });
      },
      { timeout: 60_000, interval: 100 },
    );
    expect(await stateOf('(十五)')).toMatchObject({ status: 'cancelled', phase: { kind: 'implementation' } });
  });

  test('the histories of the amended plan, its phase and its tasks replay', async () => {
    const entities = [
      planWorkflowId(PLAN),
      phaseWorkflowId(PLAN, 'implementation', 2),
      ...['(三)', '(九)', '(十一)', '(十四)'].map((no) => taskWorkflowId(idOf(no))),
    ];
    for (const id of entities) {
      const handle = run.h.env.client.workflow.getHandle(id);
      // A run that has just continued as new has nothing yet that could replay.
      const history = await vi.waitUntil(
        async () => {
          const seen = await handle.fetchHistory();
          return (seen.events?.length ?? 0) > 3 ? seen : null;
        },
        { timeout: 60_000, interval: 50 },
      );
      await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history, id);
    }
  });
});
