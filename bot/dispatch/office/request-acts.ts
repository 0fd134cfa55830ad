import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { sayRefusal } from '../../../domain/chat/say-refusal.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import { dayIn } from '../../../domain/chat/understand/days.ts';
import { fullDayText, localDay } from '../../../domain/chat/local-text.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../../desk/deps.ts';
import { decideExtension } from '../../desk/requests/decide-extension.ts';
import { signOff } from '../../desk/requests/sign-off.ts';
import { undoExtension } from '../../desk/requests/undo-extension.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, saidNo } from './desk-call.ts';
import { deskButton, deskWords } from './desk-message.ts';
import { namedTask } from './named-task.ts';

export type RequestAct = Extract<DeskAct, { do: 'extension' | 'extension-date' | 'extension-undo' | 'sign' }>;

/** 延期审批 and 审签 of one part, with everything known but perhaps the reason or the day. */
export async function actOnRequest(context: RowContext, act: RequestAct): Promise<Decision> {
  if (act.do === 'extension-date') return otherDate(context, act);
  const { planId, item, unit } = await namedTask(context, act);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const question =
    act.do === 'sign'
      ? words.reasonForSendBack(item)
      : act.do === 'extension'
        ? words.reasonForRefusal(item, unit)
        : '';
  const isMissing = (act.do === 'sign' && !act.agree && act.reason === null) || isBareRefusal(act);
  if (isMissing && 'reason' in act) return askReason(context, planId, question, act);
  const asked = await actAtDesk(context, (desk, actor) => call(desk, actor, act));
  if ('refused' in asked) {
    const { code } = asked.refused;
    if ('reason' in act && (code === 'REASON_REQUIRED' || code === 'EXTENSION_LEADERS'))
      return askReason(
        context,
        planId,
        code === 'EXTENSION_LEADERS' ? sayRefusal(asked.refused, talk.locale) : question,
        { ...act, reason: null },
      );
    return saidNo(context, planId, asked.refused);
  }
  const said = words.done(item, '', asked.done.summary);
  const undo =
    act.do === 'extension' ? [deskButton(words.buttons.undoExtension, { ...partOf(act), do: 'extension-undo' })] : [];
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [said], talk, undo) }],
    closes: await sameCards(context, act, said),
  });
}

const partOf = ({ taskId, partId }: { taskId: string; partId: string }) => ({ taskId, partId });

const isBareRefusal = (act: RequestAct): boolean => act.do === 'extension' && !act.grant && act.reason === null;

function call(
  desk: DeskDeps,
  actor: DeskActor,
  act: Exclude<RequestAct, { do: 'extension-date' }>,
): Promise<DeskResult> {
  if (act.do === 'extension-undo') return undoExtension(desk, actor, partOf(act));
  if (act.do === 'sign') return signOff(desk, actor, act);
  return decideExtension(desk, actor, act);
}

/** 〔另定日期〕: the day comes in words; once there is one, it is granted. */
async function otherDate(context: RowContext, act: Extract<RequestAct, { do: 'extension-date' }>): Promise<Decision> {
  const { planId, item, unit } = await namedTask(context, act);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const calendar = await context.calendar();
  const dueOn = act.reason === null ? null : dayIn(act.reason, localDay(talk.now, talk.zone), calendar);
  if (dueOn === null) return askReason(context, planId, words.whichDate(item, unit), { ...act, reason: null });
  const { taskId, partId, requestId } = act;
  const decided = await actOnRequest(context, {
    do: 'extension',
    taskId,
    partId,
    requestId,
    grant: true,
    dueOn,
    reason: null,
  });
  const impossible = decided.code?.startsWith('EXTENSION_DATE') === true;
  if (!impossible) return decided;
  const said = decided.messages[0]?.message.lines[0] ?? fullDayText(dueOn);
  return askReason(context, planId, said, { ...act, reason: null });
}

/** What others were sent about the same request takes no more presses. */
async function sameCards(
  { deps }: RowContext,
  act: RequestAct,
  closedWith: string,
): Promise<{ deliveryId: string; closedWith: string }[]> {
  if (act.do === 'extension-undo' || act.do === 'extension-date') return [];
  const cards = await deps.prisma.delivery.findMany({
    where: {
      closedAt: null,
      OR: [
        { id: { startsWith: `sign/${act.requestId}/` } },
        ...(act.do === 'extension' ? [{ id: { startsWith: `decide/${act.requestId}/` } }] : []),
      ],
    },
    select: { id: true },
  });
  return cards.map(({ id }) => ({ deliveryId: id, closedWith }));
}
