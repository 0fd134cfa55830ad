import { OUTCOMES, type SupervisedState } from '../../../domain/supervision/types.ts';
import type { Prompt } from '../../../prisma/generated/client.ts';
import type { Evidence, Finding } from './evidence.ts';
import { recordedDue } from './recorded-due.ts';
import { recordedSlots } from './recorded-slots.ts';
import { comingSlots } from '../../../domain/supervision/due-slots.ts';

interface RungKey {
  entityId: string;
  partId: string;
  duty: string;
  cycle: string;
  deadlineSeq: number;
  rung: string;
}

const keyOf = ({ entityId, partId, duty, cycle, deadlineSeq, rung }: RungKey): string =>
  [entityId, partId, duty, cycle, deadlineSeq, rung].join(' ');
const found = (what: string, where: string): Finding => ({ law: 'L', what, where });

/** L: every rung that came due has exactly one outcome, none waits past its due instant, and none has vanished. */
export async function judgeRungs(evidence: Evidence): Promise<Finding[]> {
  const { prisma, planId, now } = evidence;
  const prompts = await prisma.prompt.findMany({ where: { planId } });
  return [
    ...prompts.flatMap((prompt) => judgePrompt(prompt, now)),
    ...(await judgeSlots(evidence, prompts)),
    ...(await judgeDue(evidence, prompts)),
    ...(await judgeSent(evidence, prompts)),
  ];
}

function judgePrompt(prompt: Prompt, now: Date): Finding[] {
  const where = keyOf(prompt);
  if (prompt.status === 'held') return [];
  if (prompt.status === 'queued') return isLate(prompt, now) ? [found('waits past its instant', where)] : [];
  if (!(OUTCOMES as readonly string[]).includes(prompt.status)) return [found(`is ${prompt.status} once quiet`, where)];
  return prompt.settledAt === null ? [found(`has the outcome ${prompt.status} and no instant of it`, where)] : [];
}

/** A rung before its due instant may wait for a window or the budget, one after it only for a named later instant. */
function isLate({ slotAt, dueAt, notBefore, heldUntil }: Prompt, now: Date): boolean {
  const putOff = notBefore !== null && notBefore > now;
  if (dueAt !== null && slotAt <= dueAt) return dueAt <= now;
  return slotAt <= now && !putOff && heldUntil === null;
}

async function judgeSlots({ prisma, planId, now }: Evidence, prompts: Prompt[]): Promise<Finding[]> {
  const rows = await prisma.checkpoint.findMany({
    where: { planId, kind: { in: ['task', 'phase'] } },
    select: { entityId: true, state: true },
  });
  const states = new Map(rows.map(({ entityId, state }) => [entityId, state as unknown as SupervisedState]));
  const waiting = new Map(
    [...states].flatMap(([entityId, { slots, parts }]) =>
      comingSlots({ slots, parts }, true).map(
        ({ slot: { partId, duty, cycle, rung, seq }, comesAt }): [string, string | null] => [
          keyOf({ entityId, partId, duty, cycle, deadlineSeq: seq, rung }),
          comesAt,
        ],
      ),
    ),
  );
  const issued = new Set(prompts.map(keyOf));
  const unissued = [...waiting]
    .filter(([, at]) => at !== null && at <= now.toISOString())
    .map(([key]) => found('came due and was never issued', key));
  const vanished = (await recordedSlots(prisma, planId)).filter((slot) => {
    const part = states.get(slot.entityId)?.parts.find(({ id }) => id === slot.partId);
    const older = part !== undefined && part.deadlineSeq > slot.deadlineSeq;
    return slot.at <= now.toISOString() && !older && !issued.has(keyOf(slot)) && !waiting.has(keyOf(slot));
  });
  return [
    ...judgeHeld(states, prompts),
    ...unissued,
    ...vanished.map((slot) => found('was in a recorded state and has vanished', keyOf(slot))),
  ];
}

async function judgeDue({ prisma, planId }: Evidence, prompts: Prompt[]): Promise<Finding[]> {
  const nameOf = ({ entityId, partId, duty, cycle, rung }: Omit<RungKey, 'deadlineSeq'>): string =>
    [entityId, partId, duty, cycle, rung].join(' ');
  const issued = new Set(prompts.map(nameOf));
  const due = (await recordedDue(prisma, planId)).map(nameOf);
  return due.filter((name) => !issued.has(name)).map((name) => found('was recorded as due and has vanished', name));
}

/** What is marked sent stands in a message that the provider took. */
async function judgeSent({ prisma, planId, channels, ledger }: Evidence, prompts: Prompt[]): Promise<Finding[]> {
  const deliveries = new Map(
    (await prisma.delivery.findMany({ where: { planId } })).map((delivery) => [delivery.id, delivery]),
  );
  const texts = new Map(ledger.map(({ deliveryId, text }) => [deliveryId, text]));
  return prompts.flatMap((prompt) => {
    if ((prompt.status !== 'sent' && prompt.status !== 'merged') || isOffices(prompt)) return [];
    const delivery = prompt.deliveryId === null ? undefined : deliveries.get(prompt.deliveryId);
    if (!delivery) return [found('is marked sent without a message', keyOf(prompt))];
    if (!channels.includes(delivery.channel)) return [];
    const text = texts.get(delivery.id);
    if (text === undefined)
      return delivery.status === 'sent'
        ? [found('is marked sent in a message that no provider took', keyOf(prompt))]
        : [];
    const { no } = prompt.line as { no?: string };
    return no !== undefined && !text.includes(no)
      ? [found('is marked sent in a message that does not mention it', keyOf(prompt))]
      : [];
  });
}

/** The telephone list's, or a draft circular's: sent to nobody. */
const isOffices = ({ reason }: Prompt): boolean => reason === 'office-list' || reason === 'circular-draft';

/** A held rung waits for the office: its row and the state's list say the same. */
function judgeHeld(states: ReadonlyMap<string, SupervisedState>, prompts: Prompt[]): Finding[] {
  const inRows = prompts.filter(({ status }) => status === 'held').map(keyOf);
  const inStates = [...states].flatMap(([entityId, { escalations = [] }]) =>
    escalations.map(({ partId, duty, cycle, seq, rung }) =>
      keyOf({ entityId, partId, duty, cycle, deadlineSeq: seq, rung }),
    ),
  );
  return [
    ...inRows.filter((key) => !inStates.includes(key)).map((key) => found('is held and its state does not know', key)),
    ...inStates.filter((key) => !inRows.includes(key)).map((key) => found('is held in the state alone', key)),
  ];
}
