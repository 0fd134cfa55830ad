import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import { decide } from '../../../workflows/messages.ts';
import { answersForAll, type Answer } from '../answers.ts';
import type { Finding } from '../judge.ts';
import { rest } from '../rounds.ts';
import type { Row, Stage } from './row.ts';
import { sayAtOnce } from './say-at-once.ts';
import { form, found, partOf, post } from './say.ts';

const CONFLICTS = 30;

/** Row 20: replies for closed, reassigned and unknown tasks, an edit, a late one, and two that contradict each other at once. */
export const oddReplies: Row = {
  row: 20,
  fault: 'reply for a closed, reassigned or unknown task; edit; late; two at once',
  bot: 'failing',
  async play(stage) {
    const { world } = stage;
    const [closed, reassigned, edited, late, ...others] = await answersForAll(world, '');
    if (!closed || !reassigned || !edited || !late) throw new Error('the plan has too few parts');
    const elsewhere = others.filter(({ entityId }) => ![closed.entityId].includes(entityId)).slice(0, CONFLICTS);
    const onceClosed = others.find(({ entityId }) => entityId !== closed.entityId) as Answer;
    const findings = [
      ...(await sayToClosed(stage, onceClosed)),
      ...(await sayReassigned(stage, reassigned)),
      ...(await sayUnknown(stage, late)),
      ...(await sayEdited(stage, edited)),
      ...(await sayLate(stage, late)),
    ];
    const conflicts = elsewhere.filter(({ entityId }) => entityId !== onceClosed.entityId);
    findings.push(...(await sayAtOnce(stage, conflicts)));
    return { findings, figures: { cases: 5 + conflicts.length } };
  },
};

interface Said {
  outcome: string | null;
  error: string | null;
  itemOutcome: string | null;
  answered: number;
}

/** What became of messages once everything is quiet. */
async function outcomes({ world, run }: Stage, keys: string[]): Promise<Said[]> {
  await rest(world, run);
  const rows = await world.prisma.inbox.findMany({ where: { dedupeKey: { in: keys } }, include: { items: true } });
  return Promise.all(
    keys.map(async (key) => {
      const row = rows.find(({ dedupeKey }) => dedupeKey === key);
      const answered = await world.prisma.delivery.count({
        where: { personId: row?.personId ?? '', klass: 'answer', createdAt: { gte: row?.receivedAt ?? new Date() } },
      });
      return {
        outcome: row?.outcome ?? null,
        error: row?.error ?? null,
        itemOutcome: row?.items[0]?.outcome ?? null,
        answered,
      };
    }),
  );
}

async function refusedWith(
  stage: Stage,
  code: string,
  personId: string,
  message: Partial<IncomingMessage>,
): Promise<Finding[]> {
  const before = await stage.world.prisma.event.count({ where: { kind: 'refused' } });
  const [said] = await outcomes(stage, [await post(stage.world, personId, message)]);
  const after = await stage.world.prisma.event.count({ where: { kind: 'refused' } });
  return [
    ...(said?.outcome === 'refused' && said.error === code
      ? []
      : [found(`ended as ${said?.outcome} ${said?.error}, not refused with ${code}`, code)]),
    ...(said?.answered ? [] : [found('got no sentence', code)]),
    ...(after === before + 1 ? [] : [found(`left ${after - before} events of its refusal`, code)]),
  ];
}

async function sayToClosed(stage: Stage, answer: Answer): Promise<Finding[]> {
  const { workflow } = await stage.world.client();
  const actor = { id: 'coordinator', name: '协调员' };
  const act = { kind: 'cancel' as const, reason: '不再列入本年任务' };
  await workflow
    .getHandle(answer.entityId)
    .executeUpdate(decide, { args: [{ offsetMs: 0, actor, via: 'test', actId: randomUUID(), ownPartIds: [], act }] });
  return refusedWith(stage, 'TASK_CLOSED', answer.personId, form(answer, 50));
}

async function sayReassigned(stage: Stage, answer: Answer): Promise<Finding[]> {
  const { prisma } = stage.world;
  await prisma.membership.updateMany({ where: { personId: answer.personId }, data: { active: false } });
  const findings = await refusedWith(stage, 'NOT_YOURS', answer.personId, form(answer, 50));
  await prisma.membership.updateMany({ where: { personId: answer.personId }, data: { active: true } });
  return findings;
}

async function sayUnknown(stage: Stage, answer: Answer): Promise<Finding[]> {
  return [
    ...(await refusedWith(stage, 'NOT_YOURS', answer.personId, form({ ...answer, entityId: 'task/unknown' }, 50))),
    ...(await refusedWith(stage, 'BUTTON_UNKNOWN', answer.personId, {
      kind: 'button',
      text: null,
      payload: { buttonId: 'unknown' },
    })),
  ];
}

/** An edit is a new statement: both are on record, the state has the later one. */
async function sayEdited(stage: Stage, answer: Answer): Promise<Finding[]> {
  const key = await post(stage.world, answer.personId, form(answer, 60));
  await outcomes(stage, [key]);
  const edit = await post(stage.world, answer.personId, { ...form(answer, 75), dedupeKey: `${key}/edited` });
  const said = await outcomes(stage, [key, edit]);
  return expectState(
    stage,
    answer,
    75,
    said.every(({ itemOutcome }) => itemOutcome === 'recorded'),
    'edit',
  );
}

/** What was received earlier and comes later is recorded and overwrites nothing. */
async function sayLate(stage: Stage, answer: Answer): Promise<Finding[]> {
  const now = await stage.world.clock.now('chaos');
  const first = await post(stage.world, answer.personId, form(answer, 80));
  await outcomes(stage, [first]);
  const key = await post(stage.world, answer.personId, {
    ...form(answer, 30),
    planAt: new Date(now.getTime() - 600_000).toISOString(),
  });
  const [said] = await outcomes(stage, [key]);
  return expectState(stage, answer, 80, said?.itemOutcome === 'older', 'late');
}

async function expectState(
  stage: Stage,
  answer: Answer,
  progress: number,
  recorded: boolean,
  what: string,
): Promise<Finding[]> {
  const part = await partOf(stage.world, answer);
  return recorded && part?.progress === progress
    ? []
    : [found(`is recorded: ${recorded}, and the state has ${part?.progress} %`, what)];
}
