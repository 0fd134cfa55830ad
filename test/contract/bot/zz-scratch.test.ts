import { it } from 'vitest';
import { prompt } from './acts.ts';
import { PERSON, talkingWorld } from './talk.ts';
const { world, text, press } = talkingWorld();
it('talks', async () => {
  await prompt(world(), PERSON, 'web', [
    ['task-9', 'report'],
    ['task-2', 'report'],
  ]);
  const out: string[] = [];
  const say = async (t: string) => {
    world().clock.now = new Date(world().clock.now.getTime() + 3 * 60_000);
    const r = await text(t);
    out.push(
      `\n### ${t}\n[${r.row.outcome}${r.row.error ? ' ' + r.row.error : ''}] ${r.heading ?? ''}\n${r.text}\n   ${Object.keys(
        r.buttons,
      )
        .map((b) => `〔${b}〕`)
        .join('')}`,
    );
    return r;
  };
  for (const t of [
    '收到',
    '这个怎么填啊?',
    '第九项 完成六成五,预计12月8日前办结',
    '不对,应该是六成',
    '第九项和第二项都无变化',
    '第二项还在弄',
    '进度40%',
    '第二项 卡在经费上,请办公室协调一下',
    '能不能延到12月15',
    '因为评审专家时间没定',
    '9号开了个会,方案已经报市政府了',
    '两项都完成了',
    '第二项刚才说完成了,说错了,还没完',
    '我下周三到周五去省里培训,有事找赵某',
    '第九项不归我们管,应该是市场监管局的',
    '第99项完成了',
    '上次报的数错了,应为55%',
    '第二项进度120%',
    '好的',
    '催催催,天天催',
    '第九项 完成',
    '请问第二项的材料发哪里',
    '今天把第二项的初稿交上去了,等领导签字',
    '撤回',
    '同上',
    '九完成80 二完成30',
    '第九项:完成70%\n第二项:没动',
    '我的事项',
    '帮助',
  ]) {
    const r = await say(t);
    if (r.buttons['确认登记'] && !/卡在|归我们/.test(t)) {
      const p = await press(r.buttons['确认登记']);
      out.push(`  → 确认: ${p.text}`);
    }
  }
  const fs = await import('node:fs');
  fs.writeFileSync('/tmp/w/talk.txt', out.join('\n'));
});
