import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { bareRequest } from '../../domain/chat/command.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { putDirective } from '../desk/brief/put-directive.ts';
import { readableBrief } from './brief-buttons.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** After this long the question is forgotten and words stand for themselves. */
const ASKED_MS = 2 * 60 * 60_000;

interface Asked {
  briefId: string;
  /** The row that made it. */
  origin: string;
}

/** The brief to which this person's next words are a 批示: the last thing they did was to press its button. */
async function askedForDirective({ deps, row, person }: RowContext): Promise<Asked | null> {
  const last = await deps.prisma.inbox.findFirst({
    where: { personId: person.id, status: 'done', planAt: { gte: new Date(row.planAt.getTime() - ASKED_MS) } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    select: { kind: true, outcome: true, payload: true },
  });
  const buttonId =
    last?.kind === 'button' && last.outcome !== 'refused' ? (last.payload as { buttonId?: unknown }).buttonId : null;
  if (typeof buttonId !== 'string') return null;
  const action = await deps.prisma.action.findUnique({ where: { id: buttonId }, select: { act: true } });
  const act = action?.act as unknown as ButtonAct | undefined;
  return act?.kind === 'directive' ? { briefId: act.briefId, origin: row.id } : null;
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
  const { row, person } = context;
  const text = row.text ?? '';
  if (text.trim() === '' || bareRequest(text) !== null) return null;
  const asked = (await editedDirective(context)) ?? (await askedForDirective(context));
  if (asked === null) return null;
  const { briefId, origin } = asked;
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
        via: row.channel,
        origin,
        inboxId: row.id,
        planAt: row.planAt,
        policy: talk.policy,
      }),
  ]);
}
