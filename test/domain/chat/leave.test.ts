import { describe, expect, test } from 'vitest';
import { isBack, leaveIn } from '../../../domain/chat/understand/leave.ts';
import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';

const today = '2026-11-23';

describe('words of leave', () => {
  test.each([
    ['外出至11月30日,由李某代', { from: null, until: '2026-11-30', standIn: '李某' }],
    ['外出至30日,由AB岗代', { from: null, until: '2026-11-30', standIn: null }],
    ['本人因公出差至12月3日,由王某同志代办', { from: null, until: '2026-12-03', standIn: '王某' }],
    ['出差到下周五,AB岗王某代', { from: null, until: '2026-12-04', standIn: '王某' }],
    ['自11月25日起外出至11月30日,由李某代', { from: '2026-11-25', until: '2026-11-30', standIn: '李某' }],
    ['请假至2026年12月31日,李某代', { from: null, until: '2026-12-31', standIn: '李某' }],
    ['休假至3日,由李某负责', { from: null, until: '2026-12-03', standIn: '李某' }],
    ['外出至11月20日,由李某代', { from: null, until: null, standIn: '李某' }],
    ['外出,由李某代', { from: null, until: null, standIn: '李某' }],
    ['11月25日至27日出差,28日返岗,由赵某代', { from: '2026-11-25', until: '2026-11-27', standIn: '赵某' }],
    ['下周一到周五我休年假,工作由赵某代', { from: '2026-11-30', until: '2026-12-04', standIn: '赵某' }],
    ['我去省里培训,下周三回来,由赵某代办', { from: null, until: '2026-12-01', standIn: '赵某' }],
    ['明天请假,由赵某代', { from: '2026-11-24', until: '2026-11-24', standIn: '赵某' }],
    ['我下周三到周五去省里培训,有事找赵某', { from: '2026-12-02', until: '2026-12-04', standIn: '赵某' }],
    ['外出至11月30日', { from: null, until: '2026-11-30', standIn: null }],
    ['我下周请假三天', { from: null, until: null, standIn: null }],
    ['本人因公要出差一周。', { from: null, until: null, standIn: null }],
  ])('%s', (words, read) => {
    expect(leaveIn(words, today, SEED_CALENDAR)).toEqual(read);
  });

  test.each([
    '第(九)项已完成80%,12月3日前报送',
    '本周外出调研,已完成80%,由李某代为汇报',
    '组织外出学习至12月3日,完成培训2期',
    '外出人员名单已报送',
    '下周请假的人多,推进慢',
    '因疫情停工三天',
    '外出人员名单已于11月20日报送',
    '组织党员外出学习,12月3日前报名',
    '选派干部外出培训至12月3日',
    '12月3日外出人员培训由市人社局代为组织',
    '已发函至市公安局,由其代为征求意见',
    '',
  ])('are not "%s"', (words) => {
    expect(leaveIn(words, today, SEED_CALENDAR)).toBeNull();
  });

  test.each([
    ['已返岗', true],
    ['我已销假。', true],
    ['企业已销假返岗120人', false],
    ['返岗人数已报', false],
  ])('of being back: "%s" is %s', (words, back) => {
    expect(isBack(words)).toBe(back);
  });
});
