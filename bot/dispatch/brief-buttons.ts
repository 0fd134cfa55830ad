import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import type { ButtonAct } from '../../domain/chat/message.ts';
import { briefLines, textPages } from '../../domain/reports/brief-pages.ts';
import { briefTitle, spanText } from '../../domain/reports/brief-title.ts';
import { ACTS, may, type Act } from '../../domain/rights.ts';
import type { Brief, Plan } from '../../prisma/generated/client.ts';
import { bodyOf } from '../desk/brief/brief-row.ts';
import { openSources } from '../desk/brief/open-sources.ts';
import { footnoteText } from '../desk/brief/source-words.ts';
import { refuseRow } from './refuse-row.ts';
import { decision, type Decision, type RowContext } from './types.ts';

type BriefAct = Extract<ButtonAct, { kind: 'brief-text' | 'brief-sources' | 'directive' }>;

/** 〔查看全文〕〔查看依据〕〔作出批示〕 under a released brief. */
export async function answerAboutBrief(context: RowContext, act: BriefAct): Promise<Decision> {
  const found = await readableBrief(context, act.briefId, act.kind === 'directive' ? 'direct' : 'read-brief');
  if ('refused' in found) return found.refused;
  const { brief, plan } = found;
  const talk = await context.talk(plan.id);
  const say = (messages: Decision['messages']): Decision => decision('answered', plan.id, { messages });
  if (act.kind === 'directive') {
    const { answers } = catalogueFor(talk.locale);
    return say([{ message: { ...answerMessage('note', [answers.directiveWords(brief.no)], talk), asksReply: true } }]);
  }
  const heading = briefTitle(plan.title, brief.no);
  const { sections } = bodyOf(brief);
  if (act.kind === 'brief-text') {
    const span = { no: brief.no, since: brief.since?.toISOString() ?? null, cutoff: brief.cutoff.toISOString() };
    const lines = briefLines(spanText(span, talk.zone), sections);
    return say(textPages({ heading, lines, office: talk.office }).map((message) => ({ message })));
  }
  const opened = await openSources(context.deps.prisma, { brief, policy: talk.policy }, sections);
  const lines = opened.flatMap(({ text, sources }, at) => [`${at + 1}.${text}`, `依据:${footnoteText(sources)}`]);
  return say(textPages({ heading: `${heading} 依据`, lines, office: talk.office }).map((message) => ({ message })));
}

/** A released brief, for those who may; every refusal is on record. */
export async function readableBrief(
  context: RowContext,
  briefId: string,
  act: Act,
): Promise<{ brief: Brief; plan: Plan } | { refused: Decision }> {
  const { prisma } = context.deps;
  const brief = await prisma.brief.findUnique({ where: { id: briefId } });
  if (!brief || brief.status !== 'released') return { refused: await refuseRow(context, { code: 'BRIEF_UNKNOWN' }) };
  const { planId } = brief;
  const grants = await prisma.grant.findMany({
    where: { personId: context.person.id },
    select: { planId: true, role: true },
  });
  if (!may(act, grants, { planId }))
    return {
      refused: await refuseRow(context, {
        code: 'NOT_PERMITTED',
        details: { act: ACTS[act] },
        planId,
        about: { act, briefId },
      }),
    };
  return { brief, plan: await prisma.plan.findUniqueOrThrow({ where: { id: planId } }) };
}
