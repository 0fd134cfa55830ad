import type { TaskCommand, DeskAct } from '../../../domain/chat/desk-act.ts';
import { localDay } from '../../../domain/chat/local-text.ts';
import { verdictIn } from '../../../domain/chat/understand/verdict.ts';
import type { Calendar } from '../../../domain/calendar/types.ts';
import type { LocalDate } from '../../../domain/plan/types.ts';
import { NOTICE_NAMES } from '../../../domain/reports/notice-types.ts';
import type { TaskStory } from '../../../web/api.ts';
import { taskStory } from '../../desk/views/task-story.ts';
import type { Decision, RowContext } from '../types.ts';
import { callDesk, refuseAsDesk, saidNo } from './desk-call.ts';
import { deskAsks, deskButton, deskSays, deskWords, officeWords } from './desk-message.ts';

export type PartCommand = Exclude<TaskCommand, 'task-state'>;

export interface PartAsk {
  command: PartCommand;
  taskId: string;
  /** Units that were named; null: none was. */
  unitIds: string[] | null;
  reason: string | null;
  /** Task and unit were named in full: it is done at once, else shown first. */
  exact: boolean;
}

type StoryPart = TaskStory['parts'][number];

/** Which part of the task an act is about: the act, or a card or question before it. */
export async function findTaskAct(
  context: RowContext,
  ask: PartAsk,
): Promise<{ act: DeskAct } | { decided: Decision }> {
  const { command, taskId, unitIds } = ask;
  const seen = await callDesk(context, (desk, actor) => taskStory(desk, actor, { taskId }));
  if ('refused' in seen) return { decided: await saidNo(context, context.planId, seen.refused) };
  const story = seen.done;
  const talk = await context.talk(story.planId);
  const words = deskWords(talk);
  const on = { today: localDay(talk.now, talk.zone), calendar: await context.calendar() };
  const item = words.item(story.no, story.title);
  const named = unitIds === null ? story.parts : story.parts.filter(({ unitId }) => unitIds.includes(unitId));
  if (named.length === 0)
    return {
      decided: await refuseAsDesk(context, story.planId, command, 'PART_UNKNOWN', {
        unit: await unitName(context, unitIds),
      }),
    };
  const suited = named.filter((part) => isSuited(command, part));
  // With one part there is nothing to choose, and the desk says why it can't be done.
  const [only] = named.length === 1 ? named : suited;
  // What has no such request isn't asked for the name of its scan.
  if (!only || (command === 'scan' && !isSuited(command, only))) {
    const code = NOTHING[command];
    const unit = await unitName(context, unitIds);
    return {
      decided: await refuseAsDesk(
        context,
        story.planId,
        command,
        code,
        code === 'NO_DISPUTE' || code === 'ESCALATION_NONE' ? { unit } : {},
      ),
    };
  }
  if (named.length > 1 && suited.length > 1) {
    const choices: { label: string; act: DeskAct }[] = suited.map((part) => ({
      label: part.unit,
      act: actOn(ask, part, on),
    }));
    if (command === 'accept')
      choices.push({ label: words.buttons.acceptAll, act: { do: 'accept', taskId, partId: null } });
    return { decided: await deskAsks(context, story.planId, words.whichUnit(words.buttons[command], item), choices) };
  }
  const act = actOn(ask, only, on);
  const isCertain = ask.exact && (named.length === 1 || unitIds !== null);
  // A verdict on what was only hinted at: the request is shown, with its buttons.
  if (act.do === 'extension' && !isCertain) return { act: { do: 'show-extension', taskId, partId: only.partId } };
  // Without its reason nothing is done yet: the question for it shows whom it is about.
  if (isCertain || ('reason' in act && act.reason === null)) return { act };
  return { decided: await confirmCard(context, story, only, act) };
}

const NOTHING = {
  nudge: 'NOTHING_OPEN',
  accept: 'NOTHING_CLAIMED',
  return: 'NOTHING_CLAIMED',
  'decide-dispute': 'NO_DISPUTE',
  escalate: 'ESCALATION_NONE',
  'hold-back': 'ESCALATION_NONE',
  extension: 'EXTENSION_NONE',
  notice: 'NOTHING_OPEN',
  circular: 'NOTHING_OPEN',
  scan: 'SIGN_NONE',
} as const;

function isSuited(command: PartCommand, { canNudge, completion, dispute, held, light, request }: StoryPart): boolean {
  if (command === 'extension') return request?.kind === 'extension' && request.signOff !== 'waiting';
  if (command === 'scan') return request?.signOff === 'waiting';
  if (command === 'circular') return light === 'red';
  if (command === 'notice') return light !== 'green' && light !== 'grey';
  if (command === 'escalate' || command === 'hold-back') return held > 0;
  if (command === 'decide-dispute') return dispute !== null;
  return command === 'nudge' ? canNudge : completion === 'claimed';
}

function actOn(
  { command, taskId, reason }: PartAsk,
  part: StoryPart,
  { today, calendar }: { today: LocalDate; calendar: Calendar },
): DeskAct {
  const { partId, light, request } = part;
  if (command === 'circular') return { do: 'notice', taskId, partId, kind: 'circular' };
  if (command === 'notice') return { do: 'notice', taskId, partId, kind: colourOf(reason) ?? byLight(light) };
  if (command === 'extension') {
    const requestId = request?.id ?? '';
    const verdict = verdictIn(reason ?? '', today, calendar);
    if (verdict === null) return { do: 'show-extension', taskId, partId };
    if (verdict === 'another-day') return { do: 'extension-date', taskId, partId, requestId, reason: null };
    return { do: 'extension', taskId, partId, requestId, ...verdict };
  }
  return command === 'return' || command === 'decide-dispute' || command === 'hold-back' || command === 'scan'
    ? { do: command, taskId, partId, reason }
    : { do: command, taskId, partId };
}

/** 红, 黄色 and the like, as the kind of the notice; null: no colour was named. */
export function colourOf(words: string | null): 'red' | 'yellow' | 'blue' | null {
  const [, colour] = /^([红黄蓝])色?(?:督办单)?$/.exec(words ?? '') ?? [];
  return colour === '红' ? 'red' : colour === '黄' ? 'yellow' : colour === '蓝' ? 'blue' : null;
}

/** Without a colour the light's own; where there is no such light the desk says why there is no notice. */
const byLight = (light: StoryPart['light']): 'red' | 'yellow' | 'blue' =>
  light === 'red' || light === 'yellow' ? light : 'blue';

/** What will be done, and to whom. */
async function confirmCard(context: RowContext, story: TaskStory, part: StoryPart, act: DeskAct): Promise<Decision> {
  const talk = await context.talk(story.planId);
  const words = deskWords(talk);
  const item = words.item(story.no, story.title);
  const liaison = part.contacts.find(({ rank }) => rank === 'liaison')?.name ?? '';
  const [line, label] =
    act.do === 'nudge'
      ? [
          words.confirmNudge(
            item,
            liaison === ''
              ? part.unit
              : talk.locale === 'en'
                ? `${part.unit} (${liaison})`
                : `${part.unit}联络员${liaison}`,
          ),
          words.buttons.nudge,
        ]
      : act.do === 'return'
        ? [words.confirmReturn(item, part.unit, act.reason ?? ''), words.buttons.return]
        : act.do === 'decide-dispute'
          ? [words.confirmKeepDuty(item, part.unit, act.reason ?? ''), words.buttons['decide-dispute']]
          : act.do === 'escalate'
            ? [words.confirmEscalate(item, part.unit), words.buttons.escalate]
            : act.do === 'hold-back'
              ? [words.confirmHoldBack(item, part.unit, act.reason ?? ''), words.buttons['hold-back']]
              : act.do === 'scan'
                ? [officeWords(talk).confirmScan(item, part.unit, act.reason ?? ''), words.buttons.scan]
                : act.do === 'notice'
                  ? [words.confirmNotice(item, part.unit, NOTICE_NAMES[act.kind]), words.buttons.notice]
                  : [words.confirmAccept(item, part.unit), words.buttons.accept];
  return deskSays(
    context,
    story.planId,
    'confirm',
    [line],
    [deskButton(label, act, 'primary'), deskButton(words.buttons.drop, { do: 'drop', awaits: null })],
  );
}

async function unitName({ deps }: RowContext, unitIds: string[] | null): Promise<string> {
  const unit = await deps.prisma.unit.findFirst({ where: { id: { in: unitIds ?? [] } }, select: { name: true } });
  return unit?.name ?? '';
}
