import { answerMessage, followUpMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { sayRefusal } from '../../domain/chat/say-refusal.ts';
import { itemName } from '../../domain/chat/item-label.ts';
import { localDay } from '../../domain/chat/local-text.ts';
import { doubtfulFields, readingOfReply } from '../../domain/chat/reading-of-reply.ts';
import { askedBack, hasContent, type AskedBack } from '../../domain/chat/reply-questions.ts';
import { NOTHING_READ, type ReplyItem, type ReplyQuestion } from '../../domain/chat/understand/types.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import type { Db } from '../../prisma/client.ts';
import { titleOf, type PersonPart } from '../directory/person-parts.ts';
import type { PartRef } from '../parts-of-act.ts';
import type { ProposalItem } from '../proposals/items.ts';
import { applyItems } from './apply-items.ts';
import { editOf } from './edited.ts';
import { noChangeReading } from './no-change.ts';
import { openProposal } from './open-proposal.ts';
import { readAbout, type TaskRead } from './reading/read-words.ts';
import { takeBackClaim, type ClaimTakenBack } from './take-back-claim.ts';
import { decision, type Decision, type InboxRow, type RowContext } from './types.ts';

export interface Target {
  part: PersonPart;
  /** The share of the text that speaks of it. */
  words: string;
  /** What the words were read as already. */
  reading?: Reading;
  /** The same, with what the reader made of them and is still to be asked; absent: not read yet. */
  read?: { read: TaskRead; question: ReplyQuestion | null };
}

interface ReadTarget extends Target {
  item: ReplyItem | null;
  asks: AskedBack | null;
  correction: boolean;
}

/**
 * Typed words about known parts: a card with what they say, and nothing is changed before 〔确认登记〕. Words without
 * measurable content, and words that contradict what is on record, are kept and asked about once. `typed` is the row
 * that holds the words; `corrects`: they say that they correct what stands.
 */
export async function propose(
  context: RowContext,
  typed: InboxRow,
  targets: Target[],
  { corrects = false }: { corrects?: boolean } = {},
): Promise<Decision> {
  const [first] = targets;
  if (!first) throw new RangeError('a proposal about nothing');
  const { prisma } = context.deps;
  const edit = await editOf(prisma, typed);
  const isCorrection = (ref: PartRef): boolean =>
    corrects ||
    (edit?.corrects.some(({ entityId, partId }) => entityId === ref.entityId && partId === ref.partId) ?? false);
  const all: ReadTarget[] = [];
  for (const target of targets)
    all.push(await readTarget(context, typed, target, { alone: targets.length === 1, isCorrection }));
  const [only, ...others] = all;
  if (only?.correction && only.item && others.length === 0) {
    const back = await takeBackClaim(context, only.part, only.item, only.words);
    if (back) return withWhatIsLeft(context, typed, only, back);
  }
  const unclear: ReadTarget[] = [];
  for (const target of all)
    if (unclear.length === 0 && isAskedFirst(target) && !(await askedBefore(prisma, target.part))) unclear.push(target);
  const clear = all.filter((target) => !unclear.includes(target));
  const asked = unclear[0] ? await askOnce(context, typed, unclear[0]) : null;
  if (clear.length === 0 && asked) return asked;
  const items: ProposalItem[] = [];
  for (const target of clear) items.push(await proposalItem(context, typed, target));
  const { planId } = (clear[0] ?? first).part;
  const proposed = await openProposal(context, { planId, row: typed, items, words: typed.text ?? '' });
  return asked ? { ...proposed, messages: [...proposed.messages, ...asked.messages] } : proposed;
}

/** 说错了,没有办结,进度80%: the claim is taken back, and a card asks about the values. */
async function withWhatIsLeft(
  context: RowContext,
  typed: InboxRow,
  { item, words }: ReadTarget,
  { decided, part }: ClaimTakenBack,
): Promise<Decision> {
  if (!part || !item || (item.percent === null && item.figures.length === 0)) return decided;
  const card = await propose(context, typed, [{ part, words }]);
  return {
    ...card,
    messages: [...decided.messages, ...card.messages],
    effects: [...decided.effects, ...card.effects],
    closes: [...decided.closes, ...card.closes],
  };
}

async function readTarget(
  context: RowContext,
  typed: InboxRow,
  target: Target,
  { alone, isCorrection }: { alone: boolean; isCorrection: (ref: PartRef) => boolean },
): Promise<ReadTarget> {
  const { part, words } = target;
  const isSaid = isCorrection({ entityId: part.entityId, partId: part.part.id });
  if (target.reading) return { ...target, item: null, asks: null, correction: isSaid };
  const first = isSaid ? null : (target.read ?? (await readAbout(context, typed, { text: words, part })));
  // 上次的数报错了,应为15家: a new version of what is on record, which is no measure for it then.
  const correction = isSaid || (first?.read.item?.request === 'correction' && isOnRecord(part));
  const { read, question } =
    first && !correction ? first : await readAbout(context, typed, { text: words, part, afresh: true });
  const { item, task } = read;
  const asks = item
    ? askedBack(item, task, { question, alone, text: target.read ? (typed.text ?? words) : words })
    : question === null
      ? null
      : askedBack(NOTHING_READ, task, { question, alone: true, text: words });
  return { ...target, read: { read, question }, item, asks, correction };
}

const isOnRecord = ({ part }: PersonPart): boolean => part.progress !== null || (part.figures ?? []).length > 0;

/** What is asked before anything is proposed; a day or a kind that is missing beside other content is asked on the card. */
function isAskedFirst({ asks, item }: ReadTarget): boolean {
  if (asks === null) return false;
  return !CARD_CAN_ASK.includes(asks.kind) || item === null || !hasContent(item);
}

const CARD_CAN_ASK: readonly AskedBack['kind'][] = ['which-date', 'which-kind', 'which-figure'];

async function proposalItem(context: RowContext, typed: InboxRow, target: ReadTarget): Promise<ProposalItem> {
  const { part, words, item, asks, correction, reading, read } = target;
  const { zone } = await context.talk(part.planId);
  const text = typed.text ?? '';
  const isNoChange = item?.noChange === true && !correction && !hasContent({ ...item, noChange: false, request: null });
  // Words without measure were asked about once: the card says only that they have none.
  const isBare = item === null || !hasContent(item);
  const doubtful = isBare ? [] : doubtfulFields(item, text);
  return {
    entityId: part.entityId,
    partId: part.part.id,
    no: part.no,
    title: titleOf(part),
    progressBefore: part.part.progress,
    reading:
      reading ??
      (isNoChange
        ? await noChangeReading(context, part)
        : readingOfReply(item, {
            words,
            saidOn: localDay(typed.planAt.toISOString(), zone),
            last: part.part.figures,
            recurs: part.part.recurs !== undefined,
            correction,
          })),
    ...(correction ? { correction } : {}),
    ...(read && read.read.task.targets.length > 0 ? { targets: read.read.task.targets } : {}),
    ...(item && Object.keys(item.from).length > 0 ? { from: item.from } : {}),
    ...(!isBare && !item.sure && doubtful.length === 0 && asks === null ? { unsure: true as const } : {}),
    ...(doubtful.length > 0 ? { doubtful } : {}),
    ...(asks && !isBare ? { asks } : {}),
    ...(item?.request === 'help' ? { help: true as const } : {}),
  };
}

/** Message 6: the words go on record as they are, and one specific question goes back. */
async function askOnce(context: RowContext, typed: InboxRow, { part, words, asks }: ReadTarget): Promise<Decision> {
  const talk = await context.talk(part.planId);
  const [kept] = await applyItems(
    context,
    [{ entityId: part.entityId, partId: part.part.id, planId: part.planId, reading: { kind: 'kept-words', words } }],
    { inboxId: typed.id, idPrefix: typed.id, receivedAt: typed.planAt },
  );
  const title = titleOf(part);
  if (kept?.refusal) {
    const said = catalogueFor(talk.locale).answers.recorded(
      itemName(part.no, title, 24),
      sayRefusal(kept.refusal, talk.locale),
    );
    return decision('refused', part.planId, {
      messages: [{ message: answerMessage('refused', [said], talk) }],
      code: kept.refusal.code,
    });
  }
  const duty = part.part.duties.find(({ kind, filedAt }) => kind === 'report' && filedAt === undefined);
  const ref = { entityId: part.entityId, partId: part.part.id, duty: 'report' as const, cycle: duty?.cycle ?? '' };
  const message = followUpMessage(
    {
      words,
      no: part.no,
      title,
      asks: asks ?? { kind: 'percent', last: part.part.progress },
      isOnRecord: isOnRecord(part),
      ref,
      inboxId: typed.id,
      dataDay: talk.policy.values.cycles.targetsDayOfNextMonth,
    },
    talk,
  );
  return decision('kept', part.planId, { messages: [{ message }] });
}

/** The last thing on record about this part was words without measure: asked once is enough. */
async function askedBefore(db: Db, { entityId, part }: PersonPart): Promise<boolean> {
  const last = await db.inboxItem.findFirst({
    where: { entityId, partId: part.id, outcome: 'recorded' },
    orderBy: [{ inbox: { planAt: 'desc' } }, { appliedAt: 'desc' }],
    select: { reading: true },
  });
  return (last?.reading as { kind?: string } | undefined)?.kind === 'kept-words';
}
