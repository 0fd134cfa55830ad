import type { ButtonAct, PromptLine, SendableMessage } from '../../domain/chat/message.ts';
import type { ChatPort } from '../../domain/chat/port.ts';
import type { Db, PrismaClient } from '../../prisma/client.ts';
import type { Delivery } from '../../prisma/generated/client.ts';
import { planAnswer, postsFor } from './plan-answer.ts';
import { parsePlannedBody, type LineKey, type PlannedPost, type ScriptAnswer } from './types.ts';

export interface ScriptedDeps {
  prisma: PrismaClient;
  scriptAnswer: ScriptAnswer;
  lineKey: LineKey;
  /** Under which key an inbox row's words were planned; by itself the row's own. Others only where words came by another way. */
  plannedAs?: (row: { id: string; dedupeKey: string }) => string;
}

type PlannedAs = NonNullable<ScriptedDeps['plannedAs']>;

const MINUTE_MS = 60_000;
/** How long a scripted contact reads a card before pressing 〔确认登记〕. */
const CARD_MINUTES = 3;
/** How long a scripted supervisor takes to sign. */
const SIGN_OFF_MINUTES = 90;

/** Setting under which a contact's script lies. */
export const scriptKey = (personId: string): string => `script/${personId}`;

/** A channel whose people answer by script, on the plan's clock; a message to somebody without one is only taken. */
export function createScriptedPort({
  prisma,
  scriptAnswer,
  lineKey,
  plannedAs = ({ dedupeKey }) => dedupeKey,
}: ScriptedDeps): ChatPort {
  async function plan(tx: Db, personId: string, message: SendableMessage): Promise<void> {
    const script = await tx.setting.findUnique({ where: { key: scriptKey(personId) } });
    const delivery = script && (await tx.delivery.findUnique({ where: { id: message.deliveryId } }));
    // Sent once more after an ambiguous try: answered once.
    if (!delivery || (await tx.scriptedAnswer.count({ where: { deliveryId: delivery.id } })) > 0) return;
    if (message.klass === 'answer') return planPress(tx, delivery, plannedAs);
    if (message.klass === 'notice') return planSignOff(tx, delivery);
    const prompts = await tx.prompt.findMany({
      where: { deliveryId: delivery.id },
      orderBy: { slotAt: 'asc' },
      select: { slotAt: true, line: true },
    });
    // Never by their ids: the same script says the same of each line in every run.
    const lines = prompts
      .map(({ slotAt, line }) => ({ slotAt, line: line as unknown as PromptLine }))
      .sort((a, b) => a.slotAt.getTime() - b.slotAt.getTime() || (lineKey(a.line) < lineKey(b.line) ? -1 : 1))
      .map(({ line }) => line);
    const given = await tx.scriptedAnswer.findMany({ where: { personId }, select: { body: true, status: true } });
    const answered = given.map(({ body, status }) => ({ status, keys: parsePlannedBody(body).keys }));
    const outcome = scriptAnswer(script.value, lines, {
      sentAt: delivery.planAt.toISOString(),
      answeredBefore: answered.reduce((sum, { keys }) => sum + keys.length, 0),
      planned: answered.filter(({ status }) => status === 'planned').flatMap(({ keys }) => keys),
    });
    if (!outcome) return;
    await planAnswer(tx, {
      ...whose(delivery),
      dueAt: new Date(delivery.planAt.getTime() + outcome.delayMinutes * MINUTE_MS),
      posts: postsFor(lines, outcome.replies),
      keys: outcome.replies.flatMap(({ line }) => (lines[line] ? [lineKey(lines[line])] : [])),
    });
  }

  return {
    channel: 'scripted',
    hasWindow: true,
    rates: () => [],
    async send(address, message) {
      await prisma.$transaction((tx) => plan(tx, address.externalId, message));
      return { kind: 'sent', providerRef: { scripted: message.deliveryId } };
    },
    close: async (_address, providerRef) => ({ kind: 'sent', providerRef }),
  };
}

/** A supervisor by script signs what is put before them. */
async function planSignOff(tx: Db, delivery: Delivery): Promise<void> {
  const actions = await tx.action.findMany({ where: { deliveryId: delivery.id } });
  const agree = actions.find(({ act }) => {
    const meant = act as unknown as ButtonAct;
    return meant.kind === 'desk' && meant.act.do === 'sign' && meant.act.agree;
  });
  if (!agree) return;
  const dueAt = new Date(delivery.planAt.getTime() + SIGN_OFF_MINUTES * MINUTE_MS);
  await planAnswer(tx, { ...whose(delivery), dueAt, posts: [{ kind: 'button', buttonId: agree.id }], keys: [] });
}

/** The card of one's own typed words is confirmed, a question which task is answered with the task that was meant. */
async function planPress(tx: Db, delivery: Delivery, plannedAs: PlannedAs): Promise<void> {
  const actions = (await tx.action.findMany({ where: { deliveryId: delivery.id } })).map(({ id, act }) => ({
    id,
    act: act as unknown as ButtonAct,
  }));
  const confirm = actions.find(({ act }) => act.kind === 'confirm');
  const choice = actions.find(({ act }) => act.kind === 'choose-task');
  const inboxId = confirm
    ? (await tx.proposal.findFirst({ where: { deliveryId: delivery.id }, select: { inboxId: true } }))?.inboxId
    : choice?.act.kind === 'choose-task'
      ? choice.act.inboxId
      : undefined;
  const said = inboxId === undefined ? null : await saidIn(tx, inboxId, plannedAs);
  if (!said?.confirm) return;
  const meant =
    confirm ??
    actions.find(
      ({ act }) => act.kind === 'choose-task' && act.entityId === said.ref.entityId && act.partId === said.ref.partId,
    );
  if (!meant) return;
  const dueAt = new Date(delivery.planAt.getTime() + CARD_MINUTES * MINUTE_MS);
  await planAnswer(tx, { ...whose(delivery), dueAt, posts: [{ kind: 'button', buttonId: meant.id }], keys: [] });
}

/** The scripted text that an inbox row holds; null for what a person typed. */
async function saidIn(
  tx: Db,
  inboxId: string,
  plannedAs: PlannedAs,
): Promise<Extract<PlannedPost, { kind: 'text' }> | null> {
  const row = await tx.inbox.findUnique({ where: { id: inboxId }, select: { id: true, dedupeKey: true } });
  const match = /^scripted\/([^/]+)\/(\d+)$/.exec(row ? plannedAs(row) : '');
  const answer = match?.[1] ? await tx.scriptedAnswer.findUnique({ where: { id: match[1] } }) : null;
  const post = answer ? parsePlannedBody(answer.body).posts[Number(match?.[2])] : undefined;
  return post?.kind === 'text' ? post : null;
}

const whose = ({ clockId, personId, id }: Delivery) => ({ clockId, personId, deliveryId: id });
