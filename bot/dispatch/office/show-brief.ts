import { commandLabel } from '../../../domain/chat/command.ts';
import { readPlan } from '../../../domain/chat/command-target.ts';
import { may } from '../../../domain/rights.ts';
import { releasedMessage } from '../../desk/brief/released-message.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { actOnBrief, type BriefAct } from './brief-acts.ts';
import { deskActor } from './desk-call.ts';
import { deskSays, deskWords } from './desk-message.ts';
import { noPlanFor, onePlan, plansFor } from './plans-for.ts';

const DRAFTS = /^(?:起草|草稿|拟稿|draft)(?![a-z])[\s,、:]*/i;
const RELEASES = /^(?:核发|release)(?![a-z])[\s,、:]*/i;

/** 简报 起草 and 简报 核发 of the one plan that is meant; 简报 by itself shows the last one released. */
export async function briefCommand(context: RowContext, words: string): Promise<Decision> {
  const act = DRAFTS.test(words) ? 'draft-brief' : RELEASES.test(words) ? 'release-brief' : null;
  if (act === null) return showBrief(context, words);
  const drafts = act === 'draft-brief';
  const rest = words.replace(drafts ? DRAFTS : RELEASES, '').trim();
  const ask = { act, label: commandLabel('brief'), statuses: ['running', 'closed'], words: rest } as const;
  const read = await onePlan(context, { ...ask, statuses: [...ask.statuses] }, (planId) => ({
    do: drafts ? 'brief-draft' : 'brief-newest',
    planId,
  }));
  return 'act' in read ? actOnBrief(context, read.act as BriefAct) : read.decided;
}

/** 简报: the newest released brief of the plans that this person may read, as the leaders got it. */
async function showBrief(context: RowContext, words: string): Promise<Decision> {
  const plans = await plansFor(context, 'read-brief', ['running', 'closed']);
  const [first] = plans;
  if (!first) return noPlanFor(context, 'read-brief');
  const meant = (words === '' ? null : readPlan(words, plans)?.plans) ?? plans;
  const brief = await context.deps.prisma.brief.findFirst({
    where: { planId: { in: meant.map(({ id }) => id) }, status: 'released' },
    orderBy: { releasedAt: 'desc' },
  });
  const talk = await context.talk(brief?.planId ?? first.id);
  if (!brief) return deskSays(context, first.id, 'state', [deskWords(talk).noBrief]);
  const { planId } = brief;
  const planTitle = plans.find(({ id }) => id === planId)?.title ?? '';
  const message = releasedMessage(brief, { planTitle, office: talk.office, zone: talk.zone });
  const { grants } = await deskActor(context);
  const buttons = message.buttons.filter(({ act }) => act.kind !== 'directive' || may('direct', grants, { planId }));
  return decision('answered', planId, { messages: [{ message: { ...message, klass: 'answer', buttons } }] });
}
