import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { unitByName } from '../bot/desk/find-part.ts';
import { buttonMessage, formMessage, textMessage, type WebPost } from '../bot/web-inbox/receive.ts';
import type { IncomingMessage } from '../domain/chat/port.ts';
import { RefusedError, type RefusalCode } from '../domain/refusals.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import { parseStoredMessage } from '../prisma/queries/insert-delivery.ts';
import { taskWorkflowId } from '../workflows/ids.ts';
import type { Answer } from './answer.ts';
import { UsageError } from './failure.ts';
import { taskId } from './find.ts';
import type { CommandSession } from './open-session.ts';
import { buttonFor, choiceFor, confirmFor, type PressKind, type Target } from './reply-buttons.ts';

export interface ReplyOptions {
  task?: string;
  plan?: string;
  unit?: string;
  text?: string;
  progress?: number;
  receipt?: boolean;
  noChange?: boolean;
  done?: boolean;
  /** The reason. */
  dispute?: string;
  confirm?: boolean;
  /** 更正 of the last report, with --progress. */
  correct?: boolean;
}

/** The row is committed before; this long is waited for what becomes of it. */
const DECIDED_WITHIN_MS = 12_000;

/** One person's answer through the real inbox, by this machine's keyboard. With Temporal down the row is kept, and applied later. */
export async function reply(session: CommandSession, options: ReplyOptions): Promise<Answer> {
  const actor = await session.actor();
  const from: WebPost = { personId: actor.personId, by: 'cli', receivedAt: session.office.realNow() };
  const target = options.task === undefined ? null : await targetOf(session, options);
  const message = await messageOf(session, options, target, from);
  let last = await post(session, message, from);
  if (options.text !== undefined && target && last.outcome === 'answered') {
    const choice = await choiceFor(session.office.prisma, last.inboxId, target);
    if (choice) last = await post(session, buttonMessage({ buttonId: choice, clientId: randomUUID() }, from), from);
  }
  // 职责有异议 asks for its reason first, as it does everywhere.
  if (options.dispute !== undefined && last.outcome === 'answered')
    last = await post(session, textMessage({ text: options.dispute, clientId: randomUUID() }, from), from);
  if (options.confirm && last.outcome === 'proposal') {
    const confirm = await confirmFor(session.office.prisma, actor.personId);
    if (confirm) last = await post(session, buttonMessage({ buttonId: confirm, clientId: randomUUID() }, from), from);
  }
  return answerOf(last);
}

/** One structured message by itself, and what its person is told. */
export const postRow = async (session: CommandSession, message: IncomingMessage, from: WebPost): Promise<Answer> =>
  answerOf(await post(session, message, from));

function answerOf(last: Outcome): Answer {
  // The sentence as the person was told it, its places filled.
  if (last.code)
    throw Object.assign(new RefusedError(last.code), {
      message: last.text,
      refusal: { code: last.code, message: last.text, details: {} },
    });
  return { value: { ok: true, ...last }, text: last.text };
}

/** The part that a command names. Throws PHASE_NOT_OPEN, UNIT_UNKNOWN, PART_UNKNOWN, UsageError. */
export async function targetOf(
  { office }: CommandSession,
  { task = '', plan, unit }: Pick<ReplyOptions, 'task' | 'plan' | 'unit'>,
): Promise<Target> {
  const id = await taskId(office.prisma, task, plan);
  const entityId = taskWorkflowId(id);
  const row = await office.prisma.checkpoint.findUnique({ where: { entityId } });
  if (!row) throw new RefusedError('PHASE_NOT_OPEN');
  const { parts } = row.state as unknown as SupervisedState;
  const units = await office.prisma.unit.findMany({ where: { planId: row.planId } });
  const named = unit === undefined ? undefined : unitByName(units, unit);
  if (unit !== undefined && !named) throw new RefusedError('UNIT_UNKNOWN', { unit });
  const part = named ? parts.find(({ unitId }) => unitId === named.id) : parts.length === 1 ? parts[0] : undefined;
  if (!part && !named) throw new UsageError('该项任务有多个承办单位,请用 --unit 指明单位。');
  if (!part) throw new RefusedError('PART_UNKNOWN', { unit: unit ?? '' });
  return { planId: row.planId, entityId, part };
}

async function messageOf(
  { office }: CommandSession,
  options: ReplyOptions,
  target: Target | null,
  from: WebPost,
): Promise<IncomingMessage> {
  const { text, progress } = options;
  const press: PressKind | null = options.receipt
    ? 'receipt'
    : options.noChange
      ? 'no-change'
      : options.done
        ? 'claim-completion'
        : options.dispute !== undefined
          ? 'dispute'
          : null;
  const asked = [
    text !== undefined || progress !== undefined,
    options.receipt,
    options.noChange,
    options.done,
    options.dispute !== undefined,
  ].filter(Boolean).length;
  if (asked !== 1)
    throw new UsageError(
      '请在 --text、--receipt、--no-change、--done、--dispute 中选一个(--progress 可与 --text 同用)。',
    );
  if (options.correct && progress === undefined)
    throw new UsageError('--correct 用于更正进度,请与 --progress 同用;更正文字可写 --text “更正:……”。');
  const clientId = randomUUID();
  if (press === null && progress === undefined) return textMessage({ text: text ?? '', clientId }, from);
  if (!target) throw new UsageError('请用 --task 指明任务。');
  if (press === null) {
    return formMessage(
      {
        clientId,
        lines: [
          {
            entityId: target.entityId,
            partId: target.part.id,
            progress,
            words: text ?? '',
            ...(options.correct ? { correct: true } : {}),
          },
        ],
      },
      from,
    );
  }
  const buttonId = await buttonFor(office, from.personId, target, press);
  return buttonMessage({ buttonId, clientId }, from);
}

interface Outcome {
  inboxId: string;
  status: string;
  outcome: string | null;
  code: RefusalCode | null;
  text: string;
}

/** Commits the row, applies it here unless a running bot is faster, and tells what its person is told. */
async function post({ office }: CommandSession, message: IncomingMessage, from: WebPost): Promise<Outcome> {
  const { prisma, dispatch, inbox } = office;
  const since = new Date(Date.now() - 1_000);
  const { inboxId } = await inbox.receive(message);
  const until = Date.now() + DECIDED_WITHIN_MS;
  await dispatch.drain();
  let row = await prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
  while (row.status === 'open' && row.attempts === 0 && Date.now() < until) {
    await pause(100);
    row = await prisma.inbox.findUniqueOrThrow({ where: { id: inboxId } });
  }
  const { status, outcome } = row;
  if (status === 'open')
    return { inboxId, status, outcome, code: null, text: '已收到并留存,工作流服务恢复后自动登记。' };
  const answers = await prisma.delivery.findMany({
    where: { personId: from.personId, klass: 'answer', createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' },
    take: 1,
  });
  const text = answers
    .map((answer) => parseStoredMessage(answer.message))
    .map(({ heading, lines }) => [heading, ...lines].join('\n'))
    .join('\n');
  const code = outcome === 'refused' ? ((row.error ?? 'INPUT_INVALID') as RefusalCode) : null;
  return { inboxId, status, outcome, code, text: text || '已收到。' };
}
