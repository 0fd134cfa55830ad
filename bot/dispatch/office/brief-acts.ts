import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { assertNever } from '../../../domain/assert-never.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { briefLines, textPages } from '../../../domain/reports/brief-pages.ts';
import type { BriefView } from '../../../web/api.ts';
import { briefView } from '../../desk/brief/brief-view.ts';
import { draftBrief } from '../../desk/brief/draft-brief.ts';
import { releaseBrief } from '../../desk/brief/release-brief.ts';
import { decision, type Decision, type PlanTalk, type RowContext } from '../types.ts';
import { actAtDesk, callDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskButton, deskSays, deskWords, officeWords } from './desk-message.ts';
import { pageButton } from './say-where.ts';

export type BriefAct = Extract<DeskAct, { do: 'brief-draft' | 'brief-newest' | 'brief-text' | 'brief-release' }>;

/** 简报 起草, its text, and 核发 by the hash of the text that was shown. */
export async function actOnBrief(context: RowContext, act: BriefAct): Promise<Decision> {
  switch (act.do) {
    case 'brief-draft':
      return draft(context, act.planId);
    case 'brief-newest':
      return askNewest(context, act.planId);
    case 'brief-text':
      return showText(context, act.briefId);
    case 'brief-release':
      return act.sure ? release(context, act) : askRelease(context, act.briefId, act.hash);
    default:
      return assertNever(act);
  }
}

async function draft(context: RowContext, planId: string): Promise<Decision> {
  const asked = await actAtDesk(context, (desk, actor) => draftBrief(desk, actor, { planId }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  const shown = await showText(context, asked.done.briefId, deskWords(talk).told('', asked.done.summary));
  return { ...shown, outcome: 'recorded' };
}

/** The text as it stands, in as many messages as it needs; the last one has what can be done about it. */
async function showText(context: RowContext, briefId: string, said?: string): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => briefView(desk, actor, { briefId }));
  if ('refused' in seen) return saidNo(context, context.planId, seen.refused);
  const brief = seen.done;
  const talk = await context.talk(brief.planId);
  const words = officeWords(talk).brief;
  const heading = brief.status === 'draft' ? words.draftTitle(brief.title) : brief.title;
  const lines = briefLines(brief.spanText, read(brief));
  const pages = textPages({ heading, lines, office: talk.office });
  const buttons = [
    ...releaseButton(brief, talk),
    ...(brief.can.edit ? await pageButton(context, 'briefs', briefId) : []),
  ];
  const closing = [...(said === undefined ? [] : [said]), ...(brief.can.edit ? [words.edit] : [])];
  return decision('answered', brief.planId, {
    messages: [
      ...pages.map((message) => ({ message })),
      ...(closing.length > 0
        ? [{ message: answerMessage(said === undefined ? 'note' : 'done', closing, talk, buttons) }]
        : []),
    ],
  });
}

/** What a reader of the released brief will see. */
const read = ({ sections }: BriefView): BriefView['sections'] =>
  sections.map((section) => ({ ...section, sentences: section.sentences.filter(({ dropped }) => !dropped) }));

const releaseButton = ({ id, hash, can }: BriefView, talk: PlanTalk): Button[] =>
  can.release
    ? [deskButton(officeWords(talk).brief.release, { do: 'brief-release', briefId: id, hash, sure: false }, 'primary')]
    : [];

/** 简报 核发: the newest one, if it is a draft still. */
async function askNewest(context: RowContext, planId: string): Promise<Decision> {
  const newest = await context.deps.prisma.brief.findFirst({ where: { planId }, orderBy: { no: 'desc' } });
  if (!newest) return refuseAsDesk(context, planId, 'release-brief', 'BRIEF_UNKNOWN');
  if (newest.status !== 'draft')
    return refuseAsDesk(context, planId, 'release-brief', 'BRIEF_RELEASED', { no: newest.no });
  return askRelease(context, newest.id, null);
}

/** What will go to whom. `hash`: of the text that was shown; null: of the one that is there now. */
async function askRelease(context: RowContext, briefId: string, hash: string | null): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => briefView(desk, actor, { briefId }));
  if ('refused' in seen) return saidNo(context, context.planId, seen.refused);
  const brief = seen.done;
  const { planId, no } = brief;
  if (brief.status !== 'draft') return refuseAsDesk(context, planId, 'release-brief', 'BRIEF_RELEASED', { no });
  if (hash !== null && hash !== brief.hash) return changed(context, brief);
  const talk = await context.talk(planId);
  const words = officeWords(talk).brief;
  const sentences = read(brief).reduce((sum, section) => sum + section.sentences.length, 0);
  return deskSays(
    context,
    planId,
    'confirm',
    [
      words.confirm(brief.title, brief.spanText, sentences),
      ...(brief.editedBy === null ? [] : [words.editedBy(brief.editedBy)]),
      words.sendTo(brief.recipients.map(({ name }) => name)),
    ],
    [
      deskButton(words.releaseNow, { do: 'brief-release', briefId, hash: brief.hash, sure: true }, 'primary'),
      deskButton(words.text, { do: 'brief-text', briefId }),
      deskButton(deskWords(talk).buttons.drop, { do: 'drop', awaits: null }),
    ],
  );
}

async function release(
  context: RowContext,
  { briefId, hash }: Extract<BriefAct, { do: 'brief-release' }>,
): Promise<Decision> {
  const brief = await context.deps.prisma.brief.findUnique({ where: { id: briefId } });
  const planId = brief?.planId ?? context.planId;
  // The same row again after a crash, or a second press: it is as they wanted it.
  if (brief?.status === 'released' && brief.releasedBy === context.person.id)
    return deskSays(context, planId, 'note', [officeWords(await context.talk(planId)).brief.released(brief.no)]);
  const asked = await actAtDesk(context, (desk, actor) => releaseBrief(desk, actor, { briefId, hash }));
  if ('refused' in asked)
    return saidNo(
      context,
      planId,
      asked.refused,
      asked.refused.code === 'BRIEF_CHANGED' ? await textButton(context, planId, briefId) : [],
    );
  const talk = await context.talk(planId);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [deskWords(talk).told('', asked.done.summary)], talk) }],
  });
}

const textButton = async (context: RowContext, planId: string, briefId: string): Promise<Button[]> => [
  deskButton(officeWords(await context.talk(planId)).brief.text, { do: 'brief-text', briefId }),
];

/** It was edited since its text was shown: nobody releases what they didn't read. */
async function changed(context: RowContext, { planId, id }: BriefView): Promise<Decision> {
  const said = await refuseAsDesk(context, planId, 'release-brief', 'BRIEF_CHANGED');
  const buttons = await textButton(context, planId, id);
  return { ...said, messages: said.messages.map(({ message }) => ({ message: { ...message, buttons } })) };
}
