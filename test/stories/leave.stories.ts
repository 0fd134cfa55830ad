import { newest, officeList } from './look.ts';
import { handsOver, removes } from './people-acts.ts';
import { playGroup } from './play-group.ts';
import { quarterly } from './quarterly.ts';
import { at, type Story } from './story.ts';
import { fills, presses, says } from './unit-acts.ts';

const pair = { ...quarterly, contacts: ['市科技局·联络员', '市科技局·联络员2', '市科技局·科长'] };
const AWAY = '外出至12月25日,由科技联络员2代';

const stories: Story[] = [
  {
    name: 'a leave begins and ends by words: meanwhile the stand-in is asked and answers for who is away, then they themself again',
    ...pair,
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at(
        '12-21 10:00',
        says('科技联络员', AWAY),
        '【外出登记】已登记:科技联络员外出至2026年12月25日,其间事项由科技联络员2代办,提示改发科技联络员2,到期自动恢复。',
      ),
      at(
        '12-21 10:01',
        newest('科技联络员2'),
        '【代办提示】',
        '科技联络员外出至2026年12月25日,其间市科技局的事项由你代办,提示改发给你;到期自动恢复。',
      ),
      at(
        '12-22 10:00',
        newest('科技联络员2'),
        '【进展报送】',
        '市科技局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
        '1.第(四)项 尚无登记',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '以上事项由你代科技联络员办理(科技联络员外出至2026年12月25日)。',
        '〔逐项填报〕〔申请办结〕〔提请协调〕',
      ),
      at(
        '12-23 10:00',
        newest('科技联络员'),
        '【外出登记】',
        '已登记:科技联络员外出至2026年12月25日,其间事项由科技联络员2代办,提示改发科技联络员2,到期自动恢复。',
      ),
      at(
        '12-23 10:01',
        fills('科技联络员2', [{ part: '科技(四)', progress: 20 }]),
        '【已登记】第(四)项"提高专利创造质量" 进度0%→20%。',
      ),
      at('12-24 10:00', says('科技联络员', '已返岗'), '【外出登记】已登记:科技联络员返岗,事项提示恢复发给本人。'),
      at('12-24 10:01', says('科技联络员', '已返岗'), '【未登记】没有登记过外出,无需销假。'),
    ],
    end: '12-28 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent; d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-23 10:01 已报送',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-21 10:00 科技联络员 leaveRegistered from=12-21 10:00 lastDay=2026-12-25 person=科技联络员 personId=科技联络员 standIn=科技联络员2 standInId=科技联络员2 until=12-26 00:00',
      '12-23 10:01 科技联络员2(代科技联络员) reportFiled 科技(四) after=20 filed=report/2026Q4',
      '12-24 10:00 科技联络员 leaveEnded person=科技联络员 personId=科技联络员',
      '12-24 10:01 科技联络员 refused act=answer code=NOT_AWAY',
    ],
  },
  {
    name: 'a leave is over by itself after its last day: the next reminder goes to the one who is back',
    ...pair,
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at('12-21 10:00', says('科技联络员', '外出至12月24日,由科技联络员2代')),
      at(
        '12-22 10:00',
        newest('科技联络员'),
        '【外出登记】',
        '已登记:科技联络员外出至2026年12月24日,其间事项由科技联络员2代办,提示改发科技联络员2,到期自动恢复。',
      ),
      at(
        '12-25 10:00',
        newest('科技联络员'),
        '【进展报送】',
        '市科技局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
        '1.第(四)项 尚无登记',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '〔逐项填报〕〔申请办结〕〔提请协调〕',
      ),
      at(
        '12-25 10:01',
        newest('科技联络员2'),
        '【进展报送】',
        '市科技局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
        '1.第(四)项 尚无登记',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '以上事项由你代科技联络员办理(科技联络员外出至2026年12月24日)。',
        '〔逐项填报〕〔申请办结〕〔提请协调〕',
      ),
    ],
    end: '12-25 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-21 10:00 科技联络员 leaveRegistered from=12-21 10:00 lastDay=2026-12-24 person=科技联络员 personId=科技联络员 standIn=科技联络员2 standInId=科技联络员2 until=12-25 00:00',
    ],
  },
  {
    name: 'a stand-in who leaves meanwhile hands the leave on to their successor: both are told, and the next prompt goes there',
    ...pair,
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at('12-21 10:00', says('科技联络员', AWAY)),
      at(
        '12-21 15:00',
        handsOver('科技联络员2', '科技科长'),
        '科技的联络工作已由科技联络员2移交科技科长。科技联络员2的账号不再接收,未办事项改由科技科长办理。其代科技联络员办理的事项改由科技科长代办。',
      ),
      at(
        '12-21 15:01',
        newest('科技科长'),
        '【事项移交】',
        '市科技局的联络工作自今日起由你负责(原为科技联络员2)。在办1项,此前的往来已一并移交:',
        '1.第(四)项 2026年第四季度进展报送12月25日、办结2027年6月30日',
        '〔逐项填报〕',
      ),
      at(
        '12-21 15:02',
        newest('科技联络员'),
        '【代办提示】',
        '科技联络员2不再承担联络工作,你外出(至2026年12月25日)期间的事项改由科技科长代办。',
      ),
      at(
        '12-22 10:00',
        newest('科技科长'),
        '【进展报送】',
        '市科技局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
        '1.第(四)项 尚无登记',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '以上事项由你代科技联络员办理(科技联络员外出至2026年12月25日)。',
        '〔逐项填报〕〔申请办结〕〔提请协调〕',
      ),
      at(
        '12-22 10:01',
        newest('科技联络员2'),
        '【代办提示】',
        '科技联络员外出至2026年12月25日,其间市科技局的事项由你代办,提示改发给你;到期自动恢复。',
      ),
    ],
    end: '12-22 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-21 10:00 科技联络员 leaveRegistered from=12-21 10:00 lastDay=2026-12-25 person=科技联络员 personId=科技联络员 standIn=科技联络员2 standInId=科技联络员2 until=12-26 00:00',
      '12-21 15:00 协调员 contactHandedOver from=科技联络员2 fromPersonId=科技联络员2 to=科技科长 toPersonId=科技科长 unit=市科技局 unitId=科技',
      '12-21 15:00 协调员 standInChanged from=科技联络员2 lastDay=2026-12-25 person=科技联络员 personId=科技联络员 to=科技科长',
    ],
  },
  {
    name: 'a stand-in who leaves with nobody to follow: the office has it on its list, and who is away is asked again',
    ...pair,
    contacts: ['市科技局·联络员', '市科技局·联络员2', '市科技局·分管'],
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at('12-21 10:00', says('科技联络员', AWAY)),
      at(
        '12-21 15:00',
        removes('科技联络员2'),
        '已停用科技联络员2,其账号不再接收提示。其代科技联络员办理的事项暂无人接替,提示恢复发给科技联络员,已列入待办。',
      ),
      at('12-21 15:01', officeList, 'stand-in'),
      at(
        '12-21 15:02',
        newest('科技联络员'),
        '【代办提示】',
        '科技联络员2不再承担联络工作,你外出(至2026年12月25日)期间暂无人代办,提示恢复发给你本人。请另定代办人员,如“外出至X月X日,由李某代”。',
      ),
      at(
        '12-22 10:00',
        newest('科技联络员'),
        '【进展报送】',
        '市科技局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
        '1.第(四)项 尚无登记',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '〔逐项填报〕〔申请办结〕〔提请协调〕',
      ),
      at('12-22 10:01', newest('科技分管'), '(无)'),
      at(
        '12-22 11:00',
        says('科技联络员', '外出至12月25日,由科技分管代'),
        '【外出登记】已登记:科技联络员外出至2026年12月25日,其间事项由科技分管代办,提示改发科技分管,到期自动恢复。',
      ),
      at('12-22 11:01', officeList, '(无)'),
    ],
    end: '12-22 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-21 10:00 科技联络员 leaveRegistered from=12-21 10:00 lastDay=2026-12-25 person=科技联络员 personId=科技联络员 standIn=科技联络员2 standInId=科技联络员2 until=12-26 00:00',
      '12-21 15:00 协调员 contactRemoved person=科技联络员2 personId=科技联络员2 units=市科技局',
      '12-21 15:00 协调员 standInChanged from=科技联络员2 lastDay=2026-12-25 person=科技联络员 personId=科技联络员',
      '12-22 11:00 科技联络员 leaveRegistered from=12-22 11:00 lastDay=2026-12-25 person=科技联络员 personId=科技联络员 standIn=科技分管 standInId=科技分管 until=12-26 00:00',
    ],
  },
  {
    name: 'a leave in the past, with somebody of another unit, or with nobody named among several is refused with what to write',
    ...pair,
    units: ['市工信局'],
    contacts: [...pair.contacts, '市工信局·联络员'],
    steps: [
      at(
        '12-21 10:00',
        says('科技联络员', '外出至12月18日,由科技联络员2代'),
        '【未登记】外出的结束日期已过或无法识别。请写明今后的日期,如“外出至11月30日,由李某代”。',
      ),
      at(
        '12-21 10:01',
        says('科技联络员', '外出至12月25日,由工信联络员代'),
        '【未登记】“工信联络员”不是本单位登记的联络人,不能代办。请改由本单位人员代办,或先请办公室登记。',
      ),
      at(
        '12-21 10:02',
        says('科技联络员', '外出至12月25日,由AB岗代'),
        '【未登记】请写明由谁代办,如“外出至11月30日,由李某代”。本单位可代办的有:科技联络员2、科技科长。',
      ),
    ],
    end: '12-21 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15, o1 11-27 09:15, o3→科长 12-01 09:15 sent; o5→办公室 12-03 09:15 sent office-list',
    ],
    events: [
      '12-21 10:00 科技联络员 refused act=answer code=LEAVE_PAST',
      '12-21 10:01 科技联络员 refused act=answer code=STAND_IN_OTHER_UNIT details={person=工信联络员}',
      '12-21 10:02 科技联络员 refused act=answer code=STAND_IN_UNKNOWN details={names=科技联络员2、科技科长}',
    ],
  },
];

playGroup(stories);
