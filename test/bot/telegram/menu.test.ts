import { expect, test } from 'vitest';
import { menuAsks, menuOf, menuRole } from '../../../bot/telegram/menu.ts';
import { readWords } from '../../../bot/read-words.ts';
import { parseCommand } from '../../../domain/chat/command.ts';

const ROLES = ['unit', 'office', 'leader'] as const;

test.each(ROLES)('each line of the menu for %s is a name that Telegram takes, and asks for what it says', (role) => {
  for (const language of ['zh', 'en'] as const) {
    const menu = menuOf(role, language);
    expect(menu.length).toBeLessThanOrEqual(100);
    expect(new Set(menu.map(({ command }) => command)).size).toBe(menu.length);
    for (const { command, description } of menu) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(256);
      expect(/[一-鿿]/.test(description)).toBe(language === 'zh');
    }
  }
  for (const [command, asks] of Object.entries(menuAsks(role))) {
    const { kind, text } = readWords(`/${command}@duban_bot 第九项`);
    if (asks === 'bind') expect({ kind, text }).toEqual({ kind: 'code', text: '第九项' });
    else
      expect({ kind, name: parseCommand(text)?.name, rest: parseCommand(text)?.rest }).toEqual({
        kind: 'command',
        name: asks,
        rest: '第九项',
      });
  }
});

test.each([
  [['liaison'], 'unit'],
  [['leader'], 'leader'],
  [['leader', 'liaison'], 'unit'],
  [['liaison', 'coordinator'], 'office'],
  [[], 'unit'],
] as const)('somebody with %j has the menu of %s', (roles, menu) => {
  expect(menuRole(roles)).toBe(menu);
});
