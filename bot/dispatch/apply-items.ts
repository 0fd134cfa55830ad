import { KEPT_UNDER_FORMER_PART } from '../../domain/supervision/apply-reply.ts';
import type { Reading } from '../../domain/supervision/reading.ts';
import { RefusedError, type Refusal } from '../../domain/refusals.ts';
import type { Db } from '../../prisma/client.ts';
import { appendDeskEventIn, REPLY_AFTER_WITHDRAWAL } from '../../prisma/events.ts';
import { putItems, settleItem, settleItems } from '../../prisma/queries/inbox-items.ts';
import { UnrecordedRefusal } from '../entity-updates.ts';
import { claimSignOff } from '../requests/terms-of.ts';
import type { PartRef } from '../parts-of-act.ts';
import { planName } from '../../domain/chat/item-label.ts';
import { sharedItems } from './shared/shared-items.ts';
import { keptSentence, withdrawalOf } from '../withdrawn/withdrawal-of.ts';
import { onBehalf } from './on-behalf.ts';
import type { RowContext } from './types.ts';
import { viaOf } from './via-of.ts';

export interface NewItem extends PartRef {
  planId: string;
  reading: Reading;
}

export interface AppliedItem extends NewItem {
  itemId: string;
  outcome: 'recorded' | 'older' | 'refused';
  summary: string;
  refusal: Refusal | null;
  /** The part was taken away before: it is kept and asks nothing of anybody. */
  kept?: true;
  /** Its task stands in no other plan; absent: it may. */
  alone?: true;
  /** Parts of linked tasks in which the same answer was recorded; absent: none. */
  also?: PartRef[];
}

/** A workflow gets at most this much; the row in the inbox has all. */
const WORDS_TO_WORKFLOW = 2_000;

/**
 * Puts the items on record, then each into its workflow by an Update of the item's id. Applied again after a
 * crash, finished items keep their outcome and the others go under the same ids. Throws UnavailableError.
 * `source` is the row whose words these are (a confirmed card: the row that was typed). What is said of a task that
 * stands in several plans is recorded in each, as an item of its own that points at the first.
 */
export async function applyItems(context: RowContext, items: NewItem[], source: ItemSource): Promise<AppliedItem[]> {
  const applied = await applyEach(context, items, source);
  const shared = await sharedItems(context.deps.prisma, applied);
  if (shared.length === 0) return applied;
  const also = await applyEach(context, shared, source);
  return applied.map((item, at) => {
    const same = shared.filter(({ of }, index) => of === at && also[index]?.outcome === 'recorded');
    if (same.length === 0) return item;
    const plans = same.map(({ planTitle }) => planName(planTitle, false));
    return {
      ...item,
      summary: `${item.summary.replace(/。$/, '')},${plans.join('、')}同步办理`,
      also: same.map(({ entityId, partId }) => ({ entityId, partId })),
    };
  });
}

interface ItemSource {
  inboxId: string;
  idPrefix: string;
  receivedAt: Date;
}

async function applyEach(context: RowContext, items: NewItem[], source: ItemSource): Promise<AppliedItem[]> {
  const { prisma, updates, failpoints } = context.deps;
  // By part, not by place: a second try may come with fewer lines, and must not take one part's id for another.
  const ids = items.map(({ entityId, partId }) => `${source.idPrefix}/${entityId}/${partId}`);
  const { inboxId } = source;
  const fresh = await putItems(
    prisma,
    items.map(({ entityId, partId, reading }, index) => ({ id: ids[index] ?? '', inboxId, entityId, partId, reading })),
  );
  const applied: AppliedItem[] = [];
  for (const [index, item] of items.entries()) {
    const id = ids[index] ?? '';
    const known = fresh.has(id) ? null : await prisma.inboxItem.findUniqueOrThrow({ where: { id } });
    if (known && known.outcome !== null) {
      applied.push({
        ...item,
        itemId: id,
        ...(known.result as unknown as Pick<AppliedItem, 'outcome' | 'summary' | 'refusal' | 'kept'>),
      });
      continue;
    }
    const talk = await context.talk(item.planId);
    const reading = shortened(await withSignOff(context, item));
    const actor = context.speaksForOthers
      ? await onBehalf(prisma, context.person, item, context.row.planAt)
      : context.person;
    const { onRecord, ...made } = await attempt(() =>
      updates.recordReply(item.entityId, {
        offsetMs: talk.offsetMs,
        actor,
        via: viaOf(context.row),
        itemId: id,
        partId: item.partId,
        receivedAt: source.receivedAt.toISOString(),
        reading,
      }),
    );
    await failpoints('dispatch.after-update');
    const kept = await keptIfWithdrawn(prisma, item, made, talk.zone);
    const result = kept ?? made;
    const settled = { id, outcome: result.outcome, code: result.refusal?.code ?? null, result };
    const onDesk =
      kept && made.refusal
        ? (tx: Db) => replyOnDesk(tx, context, item, { id, inboxId })
        : result.refusal && !onRecord
          ? (tx: Db, refused = result.refusal as Refusal) => refusalOnDesk(tx, context, item, refused)
          : null;
    const shared = onDesk
      ? await prisma.$transaction(async (tx) => {
          await onDesk(tx);
          return (await settleItems(tx, [settled]))[0] ?? false;
        })
      : await settleItem(prisma, settled);
    applied.push({ ...item, itemId: id, ...result, ...(shared ? {} : { alone: true as const }) });
  }
  return applied;
}

/** A completion says whether its unit's supervisor has to sign it; decided by who its contacts are now. */
async function withSignOff(
  { deps, person }: RowContext,
  { planId, entityId, partId, reading }: NewItem,
): Promise<Reading> {
  if (reading.kind !== 'claim-completion') return reading;
  const signOff = await claimSignOff(deps.prisma, { planId, entityId, partId, by: person.id });
  return signOff ? { ...reading, signOff } : reading;
}

async function attempt(
  update: () => Promise<{ outcome: 'recorded' | 'older' | 'seen'; summary: string }>,
): Promise<Pick<AppliedItem, 'outcome' | 'summary' | 'refusal'> & { onRecord: boolean }> {
  try {
    const { outcome, summary } = await update();
    return { outcome: outcome === 'older' ? 'older' : 'recorded', summary, refusal: null, onRecord: true };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const onRecord = !(error instanceof UnrecordedRefusal);
    return { outcome: 'refused', summary: error.refusal.message, refusal: error.refusal, onRecord };
  }
}

/** An answer to what was taken away meanwhile is no mistake of who gives it: it counts as kept, with a sentence. */
async function keptIfWithdrawn(
  db: Db,
  item: NewItem,
  { refusal, summary }: Pick<AppliedItem, 'refusal' | 'summary'>,
  zone: string,
): Promise<Pick<AppliedItem, 'outcome' | 'summary' | 'refusal' | 'kept'> | null> {
  if (refusal?.code !== 'TASK_CLOSED' && summary !== KEPT_UNDER_FORMER_PART) return null;
  const withdrawal = await withdrawalOf(db, item);
  return withdrawal && { outcome: 'recorded', summary: keptSentence(withdrawal, zone), refusal: null, kept: true };
}

/** Its workflow is over, so the desk's chain keeps what was said; the task's story shows it. */
const replyOnDesk = (
  tx: Db,
  { row, person }: RowContext,
  { planId, entityId, partId, reading }: NewItem,
  { id, inboxId }: { id: string; inboxId: string },
): Promise<void> =>
  appendDeskEventIn(tx, {
    planId,
    kind: REPLY_AFTER_WITHDRAWAL,
    actor: person,
    via: viaOf(row),
    planAt: row.planAt,
    inboxItemId: id,
    body: { entityId, partId, inboxId, reading: shortened(reading) },
  });

/** A refusal outside an open workflow goes to the desk's chain. */
async function refusalOnDesk(tx: Db, { row, person }: RowContext, item: NewItem, refused: Refusal): Promise<void> {
  await appendDeskEventIn(tx, {
    planId: item.planId,
    kind: 'refused',
    actor: person,
    via: viaOf(row),
    planAt: row.planAt,
    body: {
      code: refused.code,
      details: refused.details,
      inboxId: row.id,
      entityId: item.entityId,
      partId: item.partId,
    },
  });
}

function shortened(reading: Reading): Reading {
  if (reading.kind === 'ask-extension') return { ...reading, words: cut(reading.words), reason: cut(reading.reason) };
  if ('words' in reading) return { ...reading, words: cut(reading.words) };
  return 'reason' in reading && reading.reason !== undefined ? { ...reading, reason: cut(reading.reason) } : reading;
}

/** Never half a character. */
const cut = (text: string): string => text.slice(0, WORDS_TO_WORKFLOW).replace(/[\uD800-\uDBFF]$/, '');
