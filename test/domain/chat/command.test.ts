import { describe, expect, it } from 'vitest';
import { nearestCommands, parseCommand, plainRequest, typedCommand } from '../../../domain/chat/command.ts';

describe('commands', () => {
  it.each([
    ['', 'help', ''],
    ['  ', 'help', ''],
    ['?', 'help', ''],
    ['帮助', 'help', ''],
    ['/help', 'help', ''],
    ['HELP', 'help', ''],
    ['help@duban_bot', 'help', ''],
    ['我的事项', 'tasks', ''],
    ['/tasks', 'tasks', ''],
    ['duban', 'help', ''],
    ['duban 进度', 'state', ''],
    ['/duban催办9', 'nudge', '9'],
    ['催办 第九项 市公安局', 'nudge', '第九项 市公安局'],
    ['催办第(九)项市公安局', 'nudge', '第(九)项市公安局'],
    ['催办:第九项', 'nudge', '第九项'],
    ['nudge9', 'nudge', '9'],
    ['dry-run 郴州', 'dry-run', '郴州'],
    ['推进', 'advance', ''],
    ['退回 9 市科技局 佐证不全,请补充。', 'return', '9 市科技局 佐证不全,请补充。'],
    ['批复延期 第九项', 'extension', '第九项'],
    ['start ABCD', 'bind', 'ABCD'],
  ])('reads %j as %s with %j', (text, name, rest) => {
    expect(parseCommand(text)).toEqual({ name, rest });
  });

  it.each(['完成85%', 'nudges', 'stateless', '任务清单'])('knows no command in %j', (text) => {
    expect(parseCommand(text)).toBeNull();
  });

  it.each([
    ['催版', '催办', true],
    ['nugde 9', '催办', true],
    ['taks', '我的事项', true],
    ['进展', '进度', true],
  ])('takes %j for a slip of %s', (text, name, close) => {
    const near = nearestCommands(text);
    expect(near.names).toContain(name);
    expect(near.close).toBe(close);
    expect(near.names.length).toBeLessThanOrEqual(3);
  });

  it('names help where nothing is near', () => {
    expect(nearestCommands('第九项已完成85%,下周报佐证').close).toBe(false);
    expect(nearestCommands('xyzzyq')).toMatchObject({ names: ['帮助', '我的事项'], close: false });
  });
});

describe('typed words', () => {
  it.each([
    ['催办第九项 市公安局', { name: 'nudge', rest: '第九项 市公安局' }],
    [' 进度', { name: 'state', rest: '' }],
    ['nudge 9', null],
    ['绑定 ABCD', null],
    ['第九项已催办', null],
  ])('reads %j as %j', (text, command) => {
    expect(typedCommand(text)).toEqual(command);
  });

  it('takes from everybody only the whole words 帮助 and 我的事项, and 进度 with a task’s number', () => {
    expect(
      ['帮助', '帮助。', '我的事项', '进度', '进度 第九项', '进度第(九)项', '进度 九', '进度:第12项'].map(nameOf),
    ).toEqual(['help', 'help', 'tasks', 'state', 'state', 'state', 'state', 'state']);
    expect(
      [
        '帮助企业申报专利12件',
        '进度85%',
        '进度 85',
        '进度八十',
        '进度 第九项85%',
        '进度良好',
        '进度九成',
        '进度:12项',
      ].map(nameOf),
    ).toEqual([null, null, null, null, null, null, null, null]);
  });
});

const nameOf = (text: string): string | null => plainRequest(text)?.name ?? null;
