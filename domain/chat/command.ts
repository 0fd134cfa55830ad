import type { Locale } from './catalogue/index.ts';
import { fold } from './fold.ts';

/** What can be asked of Duban in words, with the words for it; the first one is its name. */
export const COMMANDS = {
  help: ['帮助', 'help', '?'],
  tasks: ['我的事项', '我的任务', '我的待办', 'tasks'],
  state: ['进度', '状态', 'state', 'status'],
  nudge: ['催办', 'nudge'],
  'dry-run': ['预演', 'dry-run', 'dryrun'],
  advance: ['推进', 'advance'],
  undo: ['撤回', 'undo'],
  accept: ['验收', 'accept'],
  return: ['退回', 'return'],
  reassign: ['改派', 'reassign'],
  assign: ['指定单位', '指定', 'assign'],
  escalate: ['核定提示', 'release'],
  'hold-back': ['不提示', 'hold'],
  'decide-dispute': ['维持分工', '异议不成立', 'keep-duty'],
  unsigned: ['未签收', 'unsigned'],
  extension: ['批复', '批复延期', '延期批复', 'extension'],
  sign: ['审签', 'sign'],
  scan: ['登记扫描件', '扫描件', 'scan'],
  pause: ['暂缓', 'pause'],
  resume: ['恢复办理', '恢复', 'resume'],
  notice: ['督办单', 'notice'],
  circular: ['通报', 'circular'],
  'roll-up': ['汇总', 'roll-up', 'rollup'],
  brief: ['简报', 'brief'],
  leave: ['外出', 'leave'],
  'hand-over': ['移交', '更换联络员', 'hand-over'],
  login: ['登录', '登录链接', 'login'],
  // Not done in chat: each is answered by where it is done, with the way there.
  'merge-units': ['合并单位', 'merge-units'],
  'link-tasks': ['关联任务', '取消关联', 'link-tasks', 'unlink'],
  'sub-item': ['增列分解任务', '分解任务', 'sub-item'],
  bind: ['绑定', 'bind', 'start'],
  unbind: ['解除绑定', 'unbind'],
  language: ['语言', 'language', 'lang'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type CommandName = keyof typeof COMMANDS;

export interface Command {
  name: CommandName;
  /** What follows the word, as it was written. */
  rest: string;
}

export const commandLabel = (name: CommandName): string => COMMANDS[name][0];

const WORDS = (Object.entries(COMMANDS) as [CommandName, readonly string[]][])
  .flatMap(([name, words]) => words.map((word) => ({ name, word })))
  .sort((a, b) => b.word.length - a.word.length);

const isLatin = (word: string): boolean => /^[a-z-]+$/.test(word);

const openingOf = (text: string): number =>
  /^\s*\/?(?:(?:duban|督办(?!单))(?![a-z]))?(?:@\w+)?\s*\/?/.exec(fold(text))?.[0].length ?? 0;

/** Nothing but `/duban`. */
export const isBare = (text: string): boolean => text.slice(openingOf(text)).trim() === '';

/** One Latin word and no more: mistyped perhaps, but no report. */
export const isLatinWord = (text: string): boolean => /^[a-z][\w-]+$/.test(fold(text.slice(openingOf(text))).trim());

/** A command's words; nothing at all asks for help. null: no such command. */
export function parseCommand(text: string): Command | null {
  if (isBare(text)) return { name: 'help', rest: '' };
  return startingWith(text.slice(openingOf(text)), WORDS);
}

/** Typed words that begin like a command in Chinese. A unit's liaison is never read so. */
export function typedCommand(text: string): Command | null {
  const command = startingWith(
    text.trimStart(),
    WORDS.filter(({ word, name }) => !isLatin(word) && word !== '?' && name !== 'leave' && name !== 'language'),
  );
  // 绑定 with a code is no command but the code.
  return command?.name === 'bind' && /^[\w\s-]*$/.test(command.rest) ? null : command;
}

/** 语言 英文, language en: the language that is asked for; null: none of the two. */
export function localeIn(words: string): Locale | null {
  const folded = fold(words)
    .trim()
    .replace(/[。.]$/, '');
  if (/^(en|eng|english|英文|英语)$/.test(folded)) return 'en';
  return /^(zh|cn|chinese|中文|汉语|简体中文)$/.test(folded) ? 'zh' : null;
}

/** Words that nobody reports with: 语言 and the name of a language, and no more. */
export function languageRequest(text: string): Locale | null {
  const [, rest] = /^(?:语言|language)[\s:,]*(\S+)$/.exec(fold(text).trim()) ?? [];
  return rest === undefined ? null : localeIn(rest);
}

/** 第九项, 第9项, (9), 九: a task's number and no more. A bare 85 or 八十 after 进度 is a percentage. */
const TASK_NUMBER =
  /^(?:第\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)?|\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|[一二三四五六七八九十])项?[。.]?$/;

/**
 * Words that nobody reports with: the whole text is the name of a command that only shows something; 进度 may have a
 * task's number behind it.
 */
export function plainRequest(text: string): Command | null {
  const command = typedCommand(text);
  if (!command) return null;
  const { name, rest } = command;
  if (name === 'state') return rest === '' || TASK_NUMBER.test(fold(rest)) ? command : null;
  return rest === '' && (name === 'help' || name === 'tasks' || name === 'login') ? command : null;
}

function startingWith(text: string, words: { name: CommandName; word: string }[]): Command | null {
  const folded = fold(text);
  const found = words.find(
    ({ word }) => folded.startsWith(word) && !(isLatin(word) && /[a-z]/.test(folded.charAt(word.length))),
  );
  if (!found) return null;
  const after = text.slice(found.word.length).replace(/^@\w+/, '');
  return { name: found.name, rest: after.replace(/^[\s:,、。:,]+/, '').trim() };
}

const NEAREST_MAX = 3;

/** Names of the commands, of those that this person may use, that an unknown word may have meant; `close` where it is one by a slip of the hand. */
export function nearestCommands(
  text: string,
  allowed: (name: CommandName) => boolean = () => true,
): { names: string[]; close: boolean } {
  const word = fold(text)
    .trim()
    .replace(/^\//, '')
    .split(/[\s,、:。]/, 1)
    .join('')
    .slice(0, 12);
  const ranked = WORDS.filter(({ name }) => allowed(name))
    .map(({ name, word: known }) => ({ name, unlike: unlikeness(word, known) }))
    .filter(({ unlike }) => unlike <= 0.75)
    .sort((a, b) => a.unlike - b.unlike);
  const names = [...new Set(ranked.map(({ name }) => commandLabel(name)))].slice(0, NEAREST_MAX);
  return {
    names: names.length > 0 ? names : [commandLabel('help'), commandLabel('tasks')],
    close: (ranked[0]?.unlike ?? 1) <= 0.5,
  };
}

/** 0: the same; 1: nothing in common. */
const unlikeness = (word: string, known: string): number =>
  Math.min(1, edits(word, known) / Math.max(Array.from(word).length, known.length));

/** Levenshtein's distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, character] of Array.from(a).entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (b.charAt(j - 1) === character ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
