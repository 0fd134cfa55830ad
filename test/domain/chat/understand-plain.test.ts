import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandPlain, type PlainReading } from '../../../domain/chat/understand-plain.ts';

/** A Friday. */
const FRIDAY = '2026-11-20';
/** A Monday. */
const MONDAY = '2026-11-23';

type Said = Partial<Pick<PlainReading, 'progress' | 'expectedOn' | 'blocker' | 'done' | 'vague'>>;

const rows: [text: string, expected: Said, day?: string][] = [
  // done
  ['已完成', { done: true }],
  ['已完成。', { done: true }],
  ['已办结', { done: true }],
  ['办结', { done: true }],
  ['该项任务已全部完成', { done: true }],
  ['已完成该项工作', { done: true }],
  ['第(九)项已完成', { done: true }],
  ['第(九)项已按要求完成,申请办结。', { done: true }],
  ['“完善维权援助机制”已按要求完成,申请办结。', { done: true }],
  ['第九项:已按期完成', { done: true }],
  ['均已完成', { done: true }],
  ['已完成,下周二前报佐证', { done: true, expectedOn: '2026-12-01' }, MONDAY],
  ['申请办结', { done: true }],
  // not done
  ['尚未完成', {}],
  ['未完成', {}],
  ['没有完成', {}],
  ['基本完成', {}],
  ['大体完成', {}],
  ['已完成初稿', {}],
  ['培训已完成', {}],
  ['培训已完成,办法尚未出台', {}],
  ['主体工程已完成', {}],
  ['即将完成', {}],
  ['预计12月8日完成', { expectedOn: '2026-12-08' }],
  ['是否已完成?', {}],
  ['怎样算已完成?', {}],
  ['除佐证外已完成', {}],
  ['已完成,但存在经费缺口', { blocker: '但存在经费缺口' }],
  ['已完成60%,申请办结', {}],
  // progress
  ['85%', { progress: 85 }],
  ['\uFF18\uFF15\uFF05', { progress: 85 }],
  ['完成\uFF18\uFF15\uFF05\uFF0C下月底前报送', { progress: 85, expectedOn: '2026-12-31' }],
  ['完成75%', { progress: 75 }],
  ['已完成85%,下周二前报佐证', { progress: 85, expectedOn: '2026-12-01' }, MONDAY],
  ['联合检查2次,查了41家,立案3起,完成85%,下周二前报佐证', { progress: 85, expectedOn: '2026-12-01' }, MONDAY],
  ['完成百分之八十', { progress: 80 }],
  ['进度百分之八十五', { progress: 85 }],
  ['百分之十二', { progress: 12 }],
  ['总体进度达到66.7%', { progress: 66.7 }],
  ['第(九)项已完成60%,正在按计划推进。', { progress: 60 }],
  ['完成100%', { progress: 100 }],
  ['(三)进度:40%', { progress: 40 }],
  ['完成 75 %', { progress: 75 }],
  ['已完成85%,预计年底前达到100%', { progress: 85, expectedOn: '2026-12-31' }],
  ['专利申请量同比增长15%', {}],
  ['经费支付60%', {}],
  ['覆盖率达到90%', {}],
  ['完成约80%', {}],
  ['近80%', {}],
  ['85%左右', {}],
  ['完成80%以上', {}],
  ['不到50%', {}],
  ['未达到80%', {}],
  ['由60%提高到75%', {}],
  ['硬件采购完成60%', {}],
  ['完成60%,完成70%', {}],
  ['完成120%', {}],
  ['力争完成90%', {}],
  ['去年完成90%', {}],
  ['完成八成', {}],
  // dates
  ['12月8日前报送', { expectedOn: '2026-12-08' }],
  ['预计12月8日前办结', { expectedOn: '2026-12-08' }],
  ['12月8号提交', { expectedOn: '2026-12-08' }],
  ['2026-12-08前完成', { expectedOn: '2026-12-08' }],
  ['2027年3月15日前完成', { expectedOn: '2027-03-15' }],
  ['2月底前完成', { expectedOn: '2027-02-28' }],
  ['12月底前完成', { expectedOn: '2026-12-31' }],
  ['月底前报送', { expectedOn: '2026-11-30' }],
  ['下月底前报送', { expectedOn: '2026-12-31' }],
  ['年底前完成', { expectedOn: '2026-12-31' }],
  ['明年底前完成', { expectedOn: '2027-12-31' }],
  ['明年3月底前完成', { expectedOn: '2027-03-31' }],
  ['下周二前报送', { expectedOn: '2026-11-24' }],
  ['本周五报送', { expectedOn: '2026-11-27' }, MONDAY],
  ['今天报送', { expectedOn: FRIDAY }],
  ['明天上报', { expectedOn: '2026-11-21' }],
  ['12月8日左右报送', {}],
  ['12月8日或9日报送', {}],
  ['12月8日至10日提交', {}],
  ['12月上旬报送', {}],
  ['10月15日前报送', {}],
  ['11月18日已报送', {}],
  ['截至12月1日完成', {}],
  ['12月1日启动', {}],
  ['2月30日前报送', {}],
  ['上周二报送', {}],
  ['大后天报送', {}],
  ['12月8日报送初稿,12月20日办结', {}],
  ['12月8日前无法完成', { blocker: '12月8日前无法完成' }],
  ['原定12月8日完成', {}],
  // blockers
  ['经费缺口20万元', { blocker: '经费缺口20万元' }],
  ['存在部门会签尚未完成的问题', { blocker: '存在部门会签尚未完成的问题' }],
  ['存在困难,提请协调', { blocker: '存在困难,提请协调' }],
  ['等待市政府批复', { blocker: '等待市政府批复' }],
  ['尚未批复', { blocker: '尚未批复' }],
  ['人手不足', { blocker: '人手不足' }],
  ['无困难', {}],
  ['暂无问题', {}],
  ['已克服困难', {}],
  ['走访困难企业12家', {}],
  ['完成60%,因经费不足进展较慢', { progress: 60, blocker: '因经费不足进展较慢' }],
  // words only
  ['正在有序推进', { vague: true }],
  ['积极推进中', { vague: true }],
  ['正在有序推进,召开会议3次', {}],
  ['收到', {}],
  ['您好', {}],
  ['', {}],
];

const NOTHING: Required<Said> = { progress: null, expectedOn: null, blocker: null, done: false, vague: false };

describe('a plain reading of typed words', () => {
  it.each(rows)('takes from “%s” only what is plain', (text, expected, day = FRIDAY) => {
    const { progress, expectedOn, blocker, done, vague } = understandPlain(text, { receivedOn: day });
    expect({ progress, expectedOn, blocker, done, vague }).toEqual({ ...NOTHING, ...expected });
  });

  it('names what kind of reply it is', () => {
    expect(understandPlain('已完成', { receivedOn: FRIDAY }).kind).toBe('claim-completion');
    expect(understandPlain('完成75%', { receivedOn: FRIDAY }).kind).toBe('report');
    expect(understandPlain('收到', { receivedOn: FRIDAY }).kind).toBe('words');
  });

  it('reads nothing from a quotation of our own message', () => {
    expect(understandPlain('> 完成85%\n收到', { receivedOn: FRIDAY })).toMatchObject({ progress: null, kind: 'words' });
  });

  it('stands any text, and never gives a progress outside 0–100 or a date before the day', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[第项完成百分之%0-9年月日前底下周已未,。八九十]{0,40}$/)),
        (text) => {
          const reading = understandPlain(text, { receivedOn: FRIDAY });
          expect(reading.progress === null || (reading.progress >= 0 && reading.progress <= 100)).toBe(true);
          expect(reading.expectedOn === null || reading.expectedOn >= FRIDAY).toBe(true);
          expect(reading.done && reading.progress !== null && reading.progress < 100).toBe(false);
        },
      ),
    );
  });
});
