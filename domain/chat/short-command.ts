import { COMMANDS, commandLabel, type Command, type CommandName } from './command.ts';
import { fold } from './fold.ts';

/** First letters of the Chinese names, as they are typed without an input method. */
const INITIALS: Record<CommandName, readonly string[]> = {
  help: ['bz'],
  tasks: ['wdsx', 'db'],
  state: ['jd', 'zt'],
  nudge: ['cb'],
  'dry-run': ['yy'],
  advance: ['tj'],
  undo: ['ch'],
  accept: ['ys'],
  return: ['th'],
  reassign: ['gp'],
  assign: ['zd', 'zddw'],
  escalate: ['hdts'],
  'hold-back': ['bts'],
  'decide-dispute': ['wcfg'],
  unsigned: ['wqs'],
  extension: ['pf'],
  sign: ['sq'],
  scan: ['smj', 'djsmj'],
  pause: ['zh'],
  resume: ['hfbl', 'hf'],
  notice: ['dbd'],
  circular: ['tb'],
  'roll-up': ['hz'],
  brief: ['jb'],
  leave: ['wc'],
  'hand-over': ['yj'],
  login: ['dl'],
  'merge-units': ['hbdw'],
  'link-tasks': ['glrw'],
  'sub-item': ['zlfjrw', 'fjrw'],
  bind: ['bd'],
  unbind: ['jcbd'],
  language: ['yuy'],
};

const NAMES = Object.keys(COMMANDS) as CommandName[];

export type ShortCommand = { command: Command } | { word: string; candidates: CommandName[] };

/**
 * A sub-command by the beginning of its name, its initials or the beginning of its English name: 催 九, cb 9,
 * nu 9. Several that fit are candidates. null: nothing begins so. For commands alone, never for typed words.
 */
export function shortCommand(text: string, allowed: (name: CommandName) => boolean = () => true): ShortCommand | null {
  const trimmed = text.replace(/^\s*\/?(?:(?:duban|督办(?!单))(?=\s))?\s*\/?/i, '');
  // Words without spaces end where a task's number begins: 催九, 催第九项, cb9.
  const [word = ''] = /^(?:[a-z-]+|[^\s\w,,、:第(一二三四五六七八九十]+)/i.exec(fold(trimmed)) ?? [];
  const after = trimmed.slice(word.length);
  if (word === '' || /^[\p{L}]/u.test(after.replace(/^[第(一二三四五六七八九十].*$/su, ''))) return null;
  const exact = NAMES.filter((name) => allowed(name) && INITIALS[name].includes(word));
  const begun = NAMES.filter((name) => allowed(name) && wordsOf(name).some((known) => known.startsWith(word)));
  const candidates = exact.length > 0 ? exact : begun;
  const [only, ...others] = candidates;
  if (only === undefined) return null;
  if (others.length > 0) return { word, candidates };
  return { command: { name: only, rest: after.replace(/^[\s:,、。:,]+/, '').trim() } };
}

const wordsOf = (name: CommandName): string[] => [...COMMANDS[name], ...INITIALS[name]];

/** 催办 (nudge): a command as a list names it. */
export function namedCommand(name: CommandName): string {
  const english = COMMANDS[name].find((word) => /^[a-z-]+$/.test(word));
  return english === undefined ? commandLabel(name) : `${commandLabel(name)} (${english})`;
}
