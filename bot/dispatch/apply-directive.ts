import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { plainRequest } from '../../domain/chat/command.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { putDirective } from '../desk/brief/put-directive.ts';
import { readableBrief } from './brief-buttons.ts';
import { decision, type Decision, type RowContext } from './types.ts';
import { viaOf } from './via-of.ts';

/** After this long the question is forgotten and words stand for themselves. */
const ASKED_MS = 2 * 60 * 60_000;

interface Asked {
  briefId: string;
  /** The row that made it. */
  origin: string;
}

/** Looks at the brief between the button and the words are passed over, so many of them. */
const LOOKED_AT = 6;

/** The brief to which this person's next words are a 批示: they pressed its button, and since then only read in it. */
async function askedForDirective({ deps, row, person }: RowContext): Promise<Asked | null> {
  const done = await deps.prisma.inbox.findMany({
    // By real time: a leader's words come by their own plan's clock, the button by the brief's.
    where: {
      personId: person.id,
      status: 'done',
      receivedAt: { gte: new Date(row.receivedAt.getTime() - ASKED_MS) },
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    take: LOOKED_AT,
    select: { kind: true, outcome: true, payload: true },
  });
  for (const { kind, outcome, payload } of done) {
    const { buttonId } = payload as { buttonId?: unknown };
    if (kind !== 'button' || outcome === 'refused' || typeof buttonId !== 'string') return null;
    const action = await deps.prisma.action.findUnique({ where: { id: buttonId }, select: { act: true } });
    const act = action?.act as unknown as ButtonAct | undefined;
    if (act?.kind === 'directive') return { briefId: act.briefId, origin: row.id };
    if (act?.kind !== 'brief-text' && act?.kind !== 'brief-sources') return null;
  }
  return null;
}

/** An edited message that was a 批示 as it was first sent: the new words take the place of the old. */
async function editedDirective({ deps, row, person }: RowContext): Promise<Asked | null> {
  const { edits } = row.payload as { edits?: unknown };
  if (typeof edits !== 'string') return null;
  const first = await deps.prisma.inbox.findUnique({
    where: { dedupeKey: edits },
    select: { id: true, personId: true },
  });
  if (!first || first.personId !== person.id) return null;
  const item = await deps.prisma.officeItem.findFirst({
    where: { kind: 'directive', key: `directive/${first.id}` },
    select: { body: true },
  });
  const briefId = (item?.body as { briefId?: unknown } | undefined)?.briefId;
  return typeof briefId === 'string' ? { briefId, origin: first.id } : null;
}

const isDropped = (text: string): boolean => /^(取消|算了)[。.]*$/.test(text.trim());

/**
 * The words that 〔作出批示〕 asked for become a draft task on the office's list; the leader is told so, and no
 * unit is. null: nobody asked for any.
 */
export async function applyDirective(context: RowContext): Promise<Decision | null> {
  const text = context.row.text ?? '';
  if (text.trim() === '' || plainRequest(text) !== null) return null;
  const asked = (await editedDirective(context)) ?? (await askedForDirective(context));
  if (asked === null) return null;
  return directiveGiven(context, asked, text);
}

/** The leader's words about one brief, typed or filled in. */
export async function directiveGiven(context: RowContext, { briefId, origin }: Asked, text: string): Promise<Decision> {
  const { row, person } = context;
  const found = await readableBrief(context, briefId, 'direct');
  if ('refused' in found) return found.refused;
  const { brief, plan } = found;
  const talk = await context.talk(plan.id);
  const { answers } = catalogueFor(talk.locale);
  const say = (outcome: Decision['outcome'], kind: 'done' | 'note', sentence: string, effects: Decision['effects']) =>
    decision(outcome, plan.id, { messages: [{ message: answerMessage(kind, [sentence], talk) }], effects });
  if (isDropped(text)) return say('answered', 'note', answers.directiveDropped, []);
  return say('recorded', 'done', answers.directiveDone(brief.no), [
    (tx) =>
      putDirective(tx, {
        planId: plan.id,
        briefId,
        briefNo: brief.no,
        words: text,
        person,
        via: viaOf(row),
        origin,
        inboxId: row.id,
        planAt: row.planAt,
        policy: talk.policy,
      }),
  ]);
}
