import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { fullDayText } from '../../../domain/chat/local-text.ts';
import type { TaskStory } from '../../../web/api.ts';
import { taskStory } from '../../desk/views/task-story.ts';
import type { Decision, PlanTalk, RowContext } from '../types.ts';
import { callDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskButton, deskSays, deskWords } from './desk-message.ts';

/** 批复 without its word: the request as it was laid before the office, with the buttons. */
export async function showExtension(
  context: RowContext,
  { taskId, partId }: Extract<DeskAct, { do: 'show-extension' }>,
): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => taskStory(desk, actor, { taskId }));
  if ('refused' in seen) return saidNo(context, context.planId, seen.refused);
  const { planId, no, title, parts } = seen.done;
  const part = parts.find((one) => one.partId === partId);
  const request = part?.request;
  if (!part || request?.kind !== 'extension' || request.newDueOn === null)
    return refuseAsDesk(context, planId, 'decide-extension', 'EXTENSION_NONE');
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  // Message 7 says everything that whoever decides should know; it was written when the request came.
  const card = await context.deps.prisma.delivery.findFirst({
    where: { id: { startsWith: `decide/${request.id}/` } },
    orderBy: { createdAt: 'desc' },
    select: { message: true },
  });
  const { lines } = (card?.message ?? {}) as { lines?: string[] };
  return deskSays(
    context,
    planId,
    'extension',
    lines ?? [words.extensionAsked(words.item(no, title), part.unit, fullDayText(request.newDueOn, talk.locale))],
    decideButtons(taskId, part, talk),
  );
}

/** 〔同意〕〔另定日期〕〔不同意〕, once its supervisor has signed. */
export function decideButtons(
  taskId: string,
  { partId, request }: TaskStory['parts'][number],
  talk: PlanTalk,
): Button[] {
  if (request?.kind !== 'extension' || request.signOff === 'waiting') return [];
  const { buttons } = deskWords(talk);
  const act = { taskId, partId, requestId: request.id };
  return [
    deskButton(buttons.grant, { do: 'extension', ...act, grant: true, dueOn: null, reason: null }, 'primary'),
    deskButton(buttons.otherDate, { do: 'extension-date', ...act, reason: null }),
    deskButton(buttons.refuse, { do: 'extension', ...act, grant: false, dueOn: null, reason: null }),
  ];
}
