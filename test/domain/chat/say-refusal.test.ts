import { describe, expect, it } from 'vitest';
import { EN_REFUSALS } from '../../../domain/chat/catalogue/en-refusals.ts';
import { englishSummary } from '../../../domain/chat/catalogue/en-summaries.ts';
import { sayRefusal } from '../../../domain/chat/say-refusal.ts';
import { REFUSALS, refusal, type RefusalCode } from '../../../domain/refusals.ts';

const CHINESE = /\p{Script=Han}/u;
const placesOf = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();

describe('a refusal in its reader’s language', () => {
  it.each(Object.keys(REFUSALS) as RefusalCode[])('%s has the same places in English and no Chinese', (code) => {
    expect(placesOf(EN_REFUSALS[code])).toEqual(placesOf(REFUSALS[code]));
    expect(EN_REFUSALS[code].replaceAll('更正', '')).not.toMatch(CHINESE);
  });

  it('fills the places of either sentence', () => {
    const refused = refusal('EXTENSION_DATE_REST', { date: '2026-12-19', next: '2026-12-21' });
    expect(sayRefusal(refused)).toBe(refused.message);
    expect(sayRefusal(refused, 'en')).toBe(
      'The new date (2026-12-19) is a day of rest. Give a working day, such as 2026-12-21.',
    );
  });

  it.each([
    [refusal('TASK_CLOSED', { status: '办结' }), 'completed'],
    [refusal('NOT_PERMITTED', { act: '催办' }), 'send a reminder'],
    [refusal('EXTENSION_EXPIRED', { due: '2026年12月21日' }), '21 Dec 2026'],
  ])('says words of ours and dates among the details in English: %o', (refused, word) => {
    expect(sayRefusal(refused, 'en')).toContain(word);
    expect(sayRefusal(refused, 'en')).not.toMatch(CHINESE);
  });

  it('leaves a sentence made for the occasion as it was made', () => {
    const refused = { ...refusal('REASON_REQUIRED'), message: '请写明改由哪个单位承办。' };
    expect(sayRefusal(refused, 'en')).toBe('请写明改由哪个单位承办。');
  });
});

describe('what the record says of an act, in English', () => {
  it.each([
    ['已撤回阶段转换,没有任何单位收到通知', 'the change of phase was taken back; no unit was told'],
    ['已撤回,原事项仍待办理', 'taken back, what was asked is open again'],
    [
      '已同意延至12月21日,30分钟内可以撤回,其后通知Science Bureau',
      'more time granted, until 21 Dec; it can be taken back for 30 minutes, then Science Bureau is told',
    ],
    ['不同意延期,仍按2026年12月21日时限办理', 'more time refused; still due 21 Dec 2026'],
    [
      '已暂缓至12月1日,期间不发提示;其2项分解任务一并暂缓',
      'put off until 1 Dec; no messages until then, with its 2 sub-items',
    ],
    ['办结申请此前已收到,待单位分管负责同志审签', 'completion was claimed before, waits for the sign-off of your unit'],
    ['已登记:汇总(3家,缺1家)', 'recorded: roll-up of 3 units, 1 missing'],
    ['此前已办理。', 'done before'],
    ['已办。', 'done'],
    [
      '第8期简报已核发,将在发送时段送达2位领导小组成员。',
      'brief no. 8 is released; leaders who get it in the next window: 2',
    ],
    ['该单位此前已指定。:Police', 'assigned before: Police'],
    ['方案已启动,Deployment自2026年12月1日起。', 'the plan has started; Deployment begins on 1 Dec 2026'],
    ['已撤回2个答复。', 'answers taken back: 2'],
    ['已到下一节点', 'moved to the next event'],
    ['Li的一次性绑定码:ABCD,10分钟内有效。', 'one-time binding code of Li: ABCD, valid for 10 minutes'],
  ])('%s', (summary, english) => {
    expect(englishSummary(summary)).toBe(english);
  });
});
