import { lights } from './look.ts';
import { playGroup } from './play-group.ts';
import { quarterly, signed } from './quarterly.ts';
import { at, type Story } from './story.ts';
import { fills, presses, says } from './unit-acts.ts';

const two = { ...quarterly, contacts: [...quarterly.contacts, '市科技局·联络员2'] };

const stories: Story[] = [
  {
    name: 'a reply taken back within its ten minutes is owed again, and the period’s ladder comes back',
    ...quarterly,
    steps: [
      signed,
      at(
        '12-22 10:00',
        fills('科技联络员', [{ part: '科技(四)', progress: 60 }]),
        '【已登记】第(四)项"提高专利创造质量" 进度0%→60%。',
      ),
      at(
        '12-22 10:09',
        presses('科技联络员', '撤回'),
        '【已登记】第(四)项"提高专利创造质量" 已撤回,此前没有登记,原事项仍待办理。',
      ),
      at('12-22 10:10', lights, '科技(四) blue 距时限3个工作日。'),
      at('12-22 10:11', presses('科技联络员', '撤回'), '【未登记】该事项已经办理:已撤回。'),
      at(
        '12-24 10:00',
        fills('科技联络员', [{ part: '科技(四)', progress: 16 }]),
        '【已登记】第(四)项"提高专利创造质量" 进度0%→16%。',
      ),
    ],
    end: '12-28 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-22 10:00 已报送; d0#2 12-25 09:15, o1#2 12-28 09:15, o3#2→科长 12-30 09:15, o5#2→分管 2027-01-04 10:00, w1#2 2027-01-04 10:00, o10#2→办公室 2027-01-11 09:15, w2#2 2027-01-11 09:15, w3#2 2027-01-18 09:15, w4#2 2027-01-25 09:15, office#2→办公室 2027-01-26 09:15 withdrawn 12-24 10:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-22 10:00 科技联络员 reportFiled 科技(四) after=60 filed=report/2026Q4',
      '12-22 10:09 科技联络员 replyWithdrawn 科技(四) before=60 reading=report reopened=report/2026Q4 undoes=5',
      '12-24 10:00 科技联络员 reportFiled 科技(四) after=16 filed=report/2026Q4',
    ],
  },
  {
    name: 'after ten minutes a reply stands: its author is told how to correct it, and somebody else has nothing to take back',
    ...two,
    steps: [
      signed,
      at('12-22 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 60 }])),
      at(
        '12-22 10:05',
        says('科技联络员2', '撤回第(四)项'),
        '【说明】目前没有可以撤回的报送。如需更正,请回复“更正:”并写明序号和更正后的内容。',
      ),
      at(
        '12-22 10:11',
        presses('科技联络员', '撤回'),
        '【未登记】第(四)项"提高专利创造质量" 没有可以撤回的报送:已经撤回,或者登记已超过10分钟。如需更正,请回复“更正”并写明更正后的内容,原报送仍予留存。',
      ),
    ],
    end: '12-22 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-22 10:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-22 10:00 科技联络员 reportFiled 科技(四) after=60 filed=report/2026Q4',
      '12-22 10:11 科技联络员 refused (四) act=withdraw code=REPLY_STANDS details={minutes=10}',
    ],
  },
  {
    name: 'a report is corrected in words and by the form: each is a new version, by whom, and files nothing more',
    ...two,
    steps: [
      signed,
      at('12-22 10:00', fills('科技联络员', [{ part: '科技(四)', progress: 60, words: '立项6个' }])),
      at(
        '12-23 10:00',
        says('科技联络员', '更正:第(四)项进度16%'),
        '【请核对】据你12月23日10:00更正,拟更正此前登记的内容:',
        '第(四)项"提高专利创造质量" 进度60%→16%',
        '预计办结:不变 问题:不变 佐证:未附',
        '原话:"更正:第(四)项进度16%"',
        '确认后登记,原话一并留存。',
      ),
      at(
        '12-23 10:01',
        presses('科技联络员', '确认登记'),
        '【已登记】第(四)项"提高专利创造质量" 已更正(第2版),进度60%→16%。',
      ),
      at(
        '12-24 10:00',
        fills('科技联络员2', [{ part: '科技(四)', progress: 18, words: '立项8个', correct: true }]),
        '【已登记】第(四)项"提高专利创造质量" 已更正(第3版),进度16%→18%,原由科技联络员报送。',
      ),
      at('12-24 10:01', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-28 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-22 10:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-22 10:00 科技联络员 reportFiled 科技(四) after=60 filed=report/2026Q4 words=立项6个',
      '12-23 10:01 科技联络员 reportCorrected 科技(四) received=12-23 10:00 after=16 before=60 version=2 words=更正:第(四)项进度16% wordsBefore=立项6个',
      '12-24 10:00 科技联络员2 reportCorrected 科技(四) after=18 before=16 originalBy=科技联络员 originalByName=科技联络员 version=3 words=立项8个 wordsBefore=更正:第(四)项进度16%',
    ],
  },
  {
    name: 'a correction after the due instant leaves a report in time what it was',
    ...quarterly,
    steps: [
      signed,
      at('12-25 17:00', fills('科技联络员', [{ part: '科技(四)', progress: 60 }])),
      at(
        '12-28 10:00',
        fills('科技联络员', [{ part: '科技(四)', progress: 20, words: '更正:笔误' }]),
        '【已登记】第(四)项"提高专利创造质量" 已更正(第2版),进度60%→20%。',
      ),
      at('12-28 10:01', lights, '科技(四) green 按序时推进。'),
    ],
    end: '12-29 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15 sent; o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-25 17:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-25 17:00 科技联络员 reportFiled 科技(四) after=60 filed=report/2026Q4',
      '12-28 10:00 科技联络员 reportCorrected 科技(四) after=20 before=60 version=2 words=更正:笔误',
    ],
  },
  {
    name: 'two people of one unit answer at once, and the earlier one arrives last: it is kept, and the newer figure stands',
    ...two,
    steps: [
      signed,
      at(
        '12-22 10:00',
        fills('科技联络员2', [{ part: '科技(四)', progress: 30 }]),
        '【已登记】第(四)项"提高专利创造质量" 进度0%→30%。',
      ),
      at(
        '12-22 10:00',
        fills('科技联络员', [{ part: '科技(四)', progress: 20 }], { written: '12-22 09:58' }),
        '【已登记】第(四)项"提高专利创造质量" 已留存。此后已有更新的登记,未作改动。',
      ),
      at(
        '12-22 10:02',
        says('科技联络员2', '我的事项'),
        '【我的事项】在办1项:',
        '1.第(四)项"提高专利创造质量" 进度30% 办结2027年6月30日到期',
      ),
    ],
    end: '12-23 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-22 10:00 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-22 10:00 科技联络员2 reportFiled 科技(四) after=30 filed=report/2026Q4',
      '12-22 10:00 科技联络员 replyOlder 科技(四) received=12-22 09:58 filed=report/2026Q4 reading={kind=report progress=20}',
    ],
  },
];
playGroup(stories);
