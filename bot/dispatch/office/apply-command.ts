import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { assertNever } from '../../../domain/assert-never.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import {
  commandLabel,
  isBare,
  isLatinWord,
  nearestCommands,
  parseCommand,
  type Command,
} from '../../../domain/chat/command.ts';
import { namedCommand, shortCommand, type ShortCommand } from '../../../domain/chat/short-command.ts';
import { may } from '../../../domain/rights.ts';
import { isOpenPart } from '../../directory/person-parts.ts';
import { leaveCommand } from '../apply-leave.ts';
import { applyText } from '../apply-text.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import { allowedCommands } from './allowed-commands.ts';
import { bindCommand, unbindCommand } from './binding-commands.ts';
import { deskActor } from './desk-call.ts';
import { deskSays, deskWords } from './desk-message.ts';
import { handOverCommand } from './hand-over-command.ts';
import { editsKnown, notAgain } from './edited-command.ts';
import { showOwnList } from './own-list.ts';
import { perform } from './perform.ts';
import { languageCommand } from './language-command.ts';
import { onePlan, plansFor } from './plans-for.ts';
import { readAssign } from './read-assign.ts';
import { readPause } from './read-pause.ts';
import { readPartCommand, readTaskForState } from './read-task-command.ts';
import { readReassign } from './read-reassign.ts';
import { readSign } from './read-sign.ts';
import { sayWhere } from './say-where.ts';
import { sendLink } from './send-link.ts';
import { briefCommand } from './show-brief.ts';

/** A slash command of any channel. What is none, from somebody who has something to report, is taken for a report. */
export async function applyCommand(context: RowContext): Promise<Decision> {
  const text = context.row.text ?? '';
  if (isBare(text)) return home(context);
  const command = parseCommand(text);
  if (command) return (await editsKnown(context)) ? notAgain(context) : runCommand(context, command);
  const allowed = await allowedCommands(context);
  const short = shortCommand(text, allowed) ?? refusedInShort(text);
  if (short && 'command' in short)
    return (await editsKnown(context)) ? notAgain(context) : runCommand(context, short.command);
  if (short) return candidates(context, short);
  const near = nearestCommands(text, allowed);
  if (!near.close && !isLatinWord(text) && (await context.parts()).some(isOpenPart)) return applyText(context);
  const talk = await context.talk();
  return decision('answered', context.planId, {
    messages: [{ message: answerMessage('note', [deskWords(talk).unknown(text, near.names)], talk) }],
  });
}

/** 催 九 of somebody who may not: the desk says so, as it does to 催办 九. */
function refusedInShort(text: string): ShortCommand | null {
  const short = shortCommand(text);
  return short && 'command' in short ? short : null;
}

/** `/duban` alone: what one has open; for whoever has nothing to report and reads a plan, how the plan stands. */
async function home(context: RowContext): Promise<Decision> {
  const parts = await context.parts();
  return parts.some(isOpenPart) ? showOwnList(context) : state(context, '');
}

/** One short word, several commands: each with what it does. */
async function candidates(context: RowContext, { word, candidates: names }: Candidates): Promise<Decision> {
  const { commands } = catalogueFor((await context.talk()).locale);
  const lines = names.map((name) => `${namedCommand(name)}:${commands.hints[name]}`);
  return deskSays(context, context.planId, 'help', [commands.ambiguous(word), ...lines]);
}

type Candidates = Extract<ShortCommand, { word: string }>;

export async function runCommand(context: RowContext, { name, rest }: Command): Promise<Decision> {
  switch (name) {
    case 'help':
      return help(context);
    case 'tasks':
      return showOwnList(context);
    case 'state':
      return state(context, rest);
    case 'roll-up':
      return rollUp(context, rest);
    case 'nudge':
    case 'accept':
    case 'return':
    case 'escalate':
    case 'hold-back':
    case 'decide-dispute':
    case 'extension':
    case 'circular':
    case 'scan':
      return settle(context, await readPartCommand(context, name, rest));
    case 'notice':
      return rest === '' ? drafts(context) : settle(context, await readPartCommand(context, name, rest));
    case 'pause':
    case 'resume':
      return settle(context, await readPause(context, name, rest));
    case 'sign':
      return settle(context, await readSign(context, rest));
    case 'merge-units':
    case 'link-tasks':
    case 'sub-item':
      return sayWhere(context, name, rest);
    case 'assign':
      return settle(context, await readAssign(context, rest));
    case 'reassign':
      return settle(context, await readReassign(context, rest));
    case 'unsigned':
      return settle(
        context,
        await onePlan(
          context,
          { act: 'read-board', label: commandLabel('unsigned'), statuses: ['running'], words: rest, lenient: true },
          (planId) => ({ do: 'unsigned', planId }),
        ),
      );
    case 'dry-run':
    case 'advance':
      return settle(
        context,
        await onePlan(
          context,
          {
            act: name,
            label: commandLabel(name),
            statuses: name === 'advance' ? ['running'] : ['running', 'ready'],
            words: rest,
          },
          (planId) => ({ do: name === 'advance' ? 'show-advance' : 'dry-run', planId }),
        ),
      );
    case 'undo':
      return settle(
        context,
        await onePlan(
          context,
          { act: 'undo', label: commandLabel('undo'), statuses: ['running'], words: rest },
          (planId) => ({ do: 'undo', planId }),
        ),
      );
    case 'brief':
      return briefCommand(context, rest);
    case 'hand-over':
      return handOverCommand(context, rest);
    case 'leave':
      return leaveCommand(context, rest);
    case 'login':
      return sendLink(context);
    case 'language':
      return languageCommand(context, rest);
    case 'bind':
      // Telegram's /start by itself.
      return rest === '' ? help(context) : bindCommand(context, rest);
    case 'unbind':
      return unbindCommand(context, rest);
    default:
      return assertNever(name);
  }
}

const settle = (context: RowContext, read: Awaited<ReturnType<typeof readPartCommand>>): Promise<Decision> | Decision =>
  'act' in read ? perform(context, read.act) : read.decided;

/** 督办单 by itself: the drafts of a plan. */
async function drafts(context: RowContext): Promise<Decision> {
  const ask = { act: 'notice' as const, label: commandLabel('notice'), statuses: ['running'], words: '' };
  return settle(context, await onePlan(context, ask, (planId) => ({ do: 'notices', planId })));
}

/** 汇总 with a task's number; without one, the list of one's own tasks has the buttons. */
async function rollUp(context: RowContext, rest: string): Promise<Decision> {
  const readable = await plansFor(context, 'read-board', ['running']);
  const task = rest === '' ? null : await readTaskForState(context, readable, rest, 'roll-up');
  return task ? settle(context, task) : showOwnList(context);
}

/** A plan for whoever may read it, one task for its units as well; without a right to any plan, one's own. */
async function state(context: RowContext, rest: string): Promise<Decision> {
  const readable = await plansFor(context, 'read-board', ['running', 'ready', 'draft', 'archived', 'closed']);
  const task = rest === '' ? null : await readTaskForState(context, readable, rest);
  if (task) return settle(context, task);
  if (readable.length === 0) return showOwnList(context);
  const running = await plansFor(context, 'read-board', ['running']);
  return settle(
    context,
    await onePlan(
      context,
      {
        act: 'read-board',
        label: commandLabel('state'),
        statuses: rest === '' && running.length > 0 ? ['running'] : ['running', 'ready', 'draft', 'archived', 'closed'],
        words: rest,
        lenient: true,
      },
      (planId) => ({ do: 'state', planId }),
    ),
  );
}

async function help(context: RowContext): Promise<Decision> {
  const { grants, memberships } = await deskActor(context);
  const talk = await context.talk();
  const words = deskWords(talk);
  // In whichever plan: the list says what there is, the desk who may.
  const can = (act: 'nudge' | 'read-board'): boolean =>
    grants.some((grant) => may(act, [grant], { planId: grant.planId }));
  const signs = memberships.some(({ rank }) => rank === 'supervisor') ? words.helpSigner : [];
  const more = can('nudge') ? words.helpOffice : can('read-board') ? words.helpLeader : [];
  return deskSays(context, context.planId, 'help', [
    catalogueFor(talk.locale).answers.help,
    words.helpAll,
    ...signs,
    ...more,
  ]);
}
