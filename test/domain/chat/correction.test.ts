import { describe, expect, it } from 'vitest';
import { correctionIn } from '../../../domain/chat/understand/correction.ts';
import { readReply } from '../../../domain/chat/understand/read-reply.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';

const OPEN = [
  { no: '(九)', title: '研究制定发展战略与规划', unit: '市某局', due: '2026-12-31', targets: [], last: null },
];

describe('words that correct an answer', () => {
  it.each([
    '刚才写错了',
    '刚才报错了。',
    '填错了',
    '撤回',
    '撤回刚才的报送',
    '撤回第(九)项',
    '第(九)项刚才写错了',
    '更正',
    '上条数据有误',
  ])('%s takes it back', (words) => {
    expect(correctionIn(words)).toEqual({ bare: true });
  });

  it.each([
    '更正:第(九)项进度60%',
    '更正:进度60%',
    'Correction: 进度60%',
    '更正为60%',
    '刚才写错了,应为60%',
    '第(九)项更正为60%',
    '(九)项填错了,应为60%',
  ])('%s says what is right', (words) => {
    expect(correctionIn(words)).toEqual({ bare: false });
    const { items } = readReply({ at: '2026-11-23T10:00:00+08:00', open: OPEN, text: words }, SEED_CALENDAR);
    expect(items).toMatchObject([{ task: 0, percent: 60 }]);
  });

  it.each([
    '更正工作已完成60%',
    '已更正3家单位的备案信息',
    '撤回3家单位资质',
    '撤回不合格单位资格',
    '没有写错',
    '上次检查发现错误12处',
    '进度60%',
    '正在更正',
  ])('%s is a report', (words) => {
    expect(correctionIn(words)).toBeNull();
  });
});
