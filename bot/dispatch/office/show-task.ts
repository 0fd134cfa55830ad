import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import { dayText, fullDayText, localDay } from '../../../domain/chat/local-text.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { may } from '../../../domain/rights.ts';
import type { TaskStory } from '../../../web/api.ts';
import { taskStory } from '../../desk/views/task-story.ts';

import type { Decision, PlanTalk, RowContext } from '../types.ts';
import { callDesk, deskActor, saidNo } from './desk-call.ts';
import { deskButton, deskSays, deskWords } from './desk-message.ts';
import { decideButtons } from './show-extension.ts';

const BUTTONS_MAX = 8;
const PARTS_MAX = 12;

/** 进度 of one task: its light and why, every unit's share, and for the office what can be done about it. */
export async function showTask(context: RowContext, taskId: string): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => taskStory(desk, actor, { taskId }));
  if ('refused' in seen) return saidNo(context, context.planId, seen.refused);
  const story = seen.done;
  const talk = await context.talk(story.planId);
  const words = deskWords(talk);
  const { grants } = await deskActor(context);
  const closed = story.status === 'closed' || story.status === 'cancelled';
  const label =
    story.status === 'closed'
      ? words.accepted
      : closed
        ? words.cancelled
        : story.paused === null
          ? catalogueFor(talk.locale).own.lights[story.light]
          : words.buttons.pause;
  const parts = story.parts.slice(0, PARTS_MAX).map((part) => partLine(part, talk));
  return deskSays(
    context,
    story.planId,
    'state',
    [
      words.taskState(words.item(story.no, story.title), label, closed ? '' : story.why),
      ...(story.dueOn === null ? [] : [words.taskDue(fullDayText(story.dueOn, talk.locale))]),
      ...parts,
      ...(story.parts.length > PARTS_MAX ? [words.moreUnits(story.parts.length - PARTS_MAX)] : []),
    ],
    closed
      ? []
      : [
          ...signButtons(story, talk),
          ...(may('nudge', grants, { planId: story.planId }) ? actButtons(story, talk) : []),
        ].slice(0, BUTTONS_MAX),
  );
}

function partLine(part: TaskStory['parts'][number], talk: PlanTalk): string {
  const words = deskWords(talk);
  const day = localDay(talk.now, talk.zone);
  const [next] = part.duties
    .filter(({ filedAt, kind }) => filedAt === null && !(kind === 'completion' && part.completion === 'claimed'))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const contact = part.contacts[0]?.name;
  return [
    words.unitOf(part.unit, part.role === 'lead', contact ?? null),
    words.progress(part.progress, part.lastWords),
    part.completion === 'accepted'
      ? words.accepted
      : part.completion === 'claimed'
        ? part.request?.signOff === 'waiting'
          ? words.awaitsSignOff
          : words.awaitsAcceptance
        : part.completion === 'returned'
          ? words.returned
          : '',
    part.dispute === null ? '' : words.disputed(part.dispute.by, part.dispute.reason),
    next && part.completion !== 'accepted'
      ? words.due(
          talk.locale === 'en' ? dutyLabel(next.kind, next.cycle, [], 'en') : next.label,
          dayText(next.dueOn, day, talk.locale),
          next.late,
        )
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** What the viewer's unit asks for and they may sign. */
function signButtons({ taskId, parts }: TaskStory, talk: PlanTalk): Button[] {
  const { buttons } = deskWords(talk);
  return parts.flatMap(({ partId, request }) => {
    if (request?.canSign !== true) return [];
    const act = { do: 'sign' as const, taskId, partId, requestId: request.id, reason: null };
    return [
      deskButton(buttons.agree, { ...act, agree: true }, 'primary'),
      deskButton(buttons.sendBack, { ...act, agree: false }),
    ];
  });
}

function actButtons({ taskId, parts, paused }: TaskStory, talk: PlanTalk): Button[] {
  const { buttons } = deskWords(talk);
  if (parts.length === 0) return [deskButton(buttons.assign, { do: 'assign', taskId, units: [], reason: null })];
  const named = (label: string, unit: string): string => (parts.length === 1 ? label : `${label} ${unit}`);
  const ofParts = parts.flatMap((part) => {
    const { partId, unit, completion, canNudge, dispute, held, canUndoExtension, request } = part;
    return [
      ...decideButtons(taskId, part, talk).map((one) => ({ ...one, label: named(one.label, unit) })),
      ...(canUndoExtension === true
        ? [deskButton(named(buttons.undoExtension, unit), { do: 'extension-undo' as const, taskId, partId })]
        : []),
      ...(request?.signOff === 'waiting'
        ? [deskButton(named(buttons.scan, unit), { do: 'scan', taskId, partId, reason: null })]
        : []),
      ...(completion === 'claimed' && request?.signOff !== 'waiting'
        ? [
            deskButton(named(buttons.accept, unit), { do: 'accept', taskId, partId }),
            deskButton(named(buttons.return, unit), { do: 'return', taskId, partId, reason: null }),
          ]
        : []),
      ...(dispute === null
        ? []
        : [deskButton(named(buttons['decide-dispute'], unit), { do: 'decide-dispute', taskId, partId, reason: null })]),
      ...(held > 0
        ? [
            deskButton(named(buttons.escalate, unit), { do: 'escalate', taskId, partId }),
            deskButton(named(buttons['hold-back'], unit), { do: 'hold-back', taskId, partId, reason: null }),
          ]
        : []),
      ...(canNudge ? [deskButton(named(buttons.nudge, unit), { do: 'nudge', taskId, partId })] : []),
    ];
  });
  return paused === null ? ofParts : [deskButton(buttons.resume, { do: 'resume', taskId, reason: null }), ...ofParts];
}
