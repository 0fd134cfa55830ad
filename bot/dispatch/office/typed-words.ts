import {
  languageRequest,
  plainRequest,
  typedCommand,
  type Command,
  type CommandName,
} from '../../../domain/chat/command.ts';
import { fold } from '../../../domain/chat/fold.ts';
import { may, RIGHTS, ROLES, type Act, type Role } from '../../../domain/rights.ts';
import { isOpenPart } from '../../directory/person-parts.ts';
import type { Decision, RowContext } from '../types.ts';
import { writtenUnder } from '../../written-under.ts';
import { runCommand } from './apply-command.ts';
import { awaitedReason, type AwaitedReason } from './ask-reason.ts';
import { contactsNamed } from './contact-named.ts';
import { deskActor } from './desk-call.ts';
import { editsKnown, notAgain } from './edited-command.ts';
import { perform } from './perform.ts';

/**
 * Typed words that are meant for the desk: the reason that it asked for, or a command. A unit's liaison
 * reports; of theirs only 帮助, 我的事项 and 进度 with a task's number are none. null: not for the desk.
 */
export async function applyTyped(context: RowContext): Promise<Decision | null> {
  const text = context.row.text ?? '';
  const request = plainRequest(text);
  if (request) return runCommand(context, request);
  const locale = languageRequest(text);
  if (locale) return runCommand(context, { name: 'language', rest: locale });
  const command = typedCommand(text);
  const isEdit = await editsKnown(context);
  const awaited = isEdit || isPlainly(command) ? null : await reasonFor(context);
  if (awaited) return reasonGiven(context, awaited, text);
  if (!command || !(await commands(context, command))) return null;
  return isEdit ? notAgain(context) : runCommand(context, command);
}

/** Nothing that anybody gives as a reason: a command by itself, or one with a task's number. */
const isPlainly = (command: Command | null): boolean =>
  command !== null && /^$|^第|^\(|^\d|^[一二三四五六七八九十]+(项|$)/.test(fold(command.rest));

/** What these words may be the reason of; a reply to another message is about that one. */
async function reasonFor(context: RowContext): Promise<AwaitedReason | null> {
  const awaited = await awaitedReason(context);
  const under = awaited ? await writtenUnder(context.deps.prisma, context.row) : null;
  return under === null || (awaited !== null && under.includes(awaited.deliveryId)) ? awaited : null;
}

const isDropped = (text: string): boolean => /^(取消|算了|不推进了?|不退回了?)[。.]*$/.test(fold(text).trim());

async function reasonGiven(context: RowContext, { act, deliveryId }: AwaitedReason, text: string): Promise<Decision> {
  const given = isDropped(text)
    ? ({ do: 'drop', awaits: null } as const)
    : 'reason' in act
      ? { ...act, reason: text.trim() }
      : act;
  const decided = await perform(context, given);
  const closedWith = decided.messages[0]?.message.lines[0] ?? '';
  return { ...decided, closes: [...decided.closes, { deliveryId, closedWith }] };
}

/** Whoever reads or runs a plan and has nothing to report in it; a supervisor, who has, still signs by words. */
async function commands(context: RowContext, command: Command): Promise<boolean> {
  const { grants, memberships } = await deskActor(context);
  const can = (act: Act): boolean => grants.some((grant) => may(act, [grant], { planId: grant.planId }));
  if (command.name === 'sign' && memberships.some(({ rank }) => rank === 'supervisor')) return isPlainly(command);
  if (command.name === 'bind' || command.name === 'unbind') return isAboutContact(context, command.name, command.rest);
  // Words like 通报 and 暂缓 open many a sentence: of a leader they are an instruction, not a command.
  const needed = NEEDED[command.name];
  if (!can('read-board') || (needed !== undefined && !can(needed))) return false;
  return !(await context.parts()).some(isOpenPart);
}

/** 绑定 and 解除绑定 open sentences too: they are commands with nothing but a contact's name, and the latter by itself. */
async function isAboutContact(context: RowContext, act: 'bind' | 'unbind', rest: string): Promise<boolean> {
  const [name = '', ...more] = rest.split(/\s+/);
  if (name === '') return act === 'unbind';
  const { grants } = await deskActor(context);
  const isAllowed = grants.some(({ role }) => (ROLES as readonly string[]).includes(role) && RIGHTS[role as Role][act]);
  return isAllowed && more.length <= 1 && (await contactsNamed(context, act, name)).length > 0;
}

const NEEDED: Partial<Record<CommandName, Act>> = {
  sign: 'sign-off',
  extension: 'decide-extension',
  pause: 'pause',
  resume: 'pause',
  notice: 'notice',
  circular: 'notice',
  'merge-units': 'merge-units',
  'link-tasks': 'link-tasks',
  'sub-item': 'break-down',
  assign: 'assign',
  scan: 'scan-signed',
};
