import { describe, expect, it } from 'vitest';
import { COMMANDS, type CommandName } from '../../../domain/chat/command.ts';
import { shortCommand } from '../../../domain/chat/short-command.ts';

describe('a sub-command by a short word', () => {
  it.each([
    ['催 九', 'nudge', '九'],
    ['催九', 'nudge', '九'],
    ['催第(九)项 市公安局', 'nudge', '第(九)项 市公安局'],
    ['cb 9', 'nudge', '9'],
    ['CB9', 'nudge', '9'],
    ['nu 9', 'nudge', '9'],
    ['duban 催 九', 'nudge', '九'],
    ['退 九 佐证材料不全', 'return', '九 佐证材料不全'],
    ['恢', 'resume', ''],
    ['我', 'tasks', ''],
    ['更', 'hand-over', ''],
    ['督', 'notice', ''],
    ['wc', 'leave', ''],
    ['ta', 'tasks', ''],
    ['指九 市公安局', 'assign', '九 市公安局'],
    ['zd 9', 'assign', '9'],
    ['as 9', 'assign', '9'],
    ['smj 9 审签单.pdf', 'scan', '9 审签单.pdf'],
    ['扫 9', 'scan', '9'],
    ['jb 起草', 'brief', '起草'],
  ])('%s is %s with %j', (text, name, rest) => expect(shortCommand(text)).toEqual({ command: { name, rest } }));

  it('asks where several begin so, and not of those that somebody may not use', () => {
    expect(shortCommand('n 9')).toEqual({ word: 'n', candidates: ['nudge', 'notice'] });
    expect(shortCommand('n 9', (name) => name !== 'notice')).toEqual({ command: { name: 'nudge', rest: '9' } });
    expect(shortCommand('cb 9', () => false)).toBeNull();
  });

  it.each(['完成85%', '催促各单位加快办理', '进展顺利', '第九项已完成', '9', '', '验收材料已备齐', 'xyz'])(
    'leaves %j alone',
    (text) => expect(shortCommand(text)).toBeNull(),
  );

  it('has for every command a first character that means no other by itself, or says which', () => {
    for (const name of Object.keys(COMMANDS) as CommandName[]) {
      const found = shortCommand(COMMANDS[name][0].charAt(0));
      expect(found && 'command' in found ? [found.command.name] : found?.candidates).toContain(name);
    }
  });
});
