import { together } from './act.ts';
import { closing, newest, officeList } from './look.ts';
import { handsOver, removes } from './people-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { presses, says } from './unit-acts.ts';

const one: Pick<Story, 'from' | 'tasks' | 'units' | 'phases' | 'contacts' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  units: ['市工信局'],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·联络员2', '市工信局·联络员'],
  start: '2026-11-23 08:30',
};

const stories: Story[] = [
  {
    name: 'a handover with an open prompt: the card is closed, the new contact is told once what is open, and the old one is nobody any more',
    ...one,
    steps: [
      at(
        '11-24 10:00',
        handsOver('科技联络员', '科技联络员2'),
        '科技的联络工作已由科技联络员移交科技联络员2。科技联络员的账号不再接收,未办事项改由科技联络员2办理。',
      ),
      at(
        '11-24 10:01',
        newest('科技联络员2'),
        '【事项移交】',
        '市科技局的联络工作自今日起由你负责(原为科技联络员)。在办1项,此前的往来已一并移交:',
        '1.第(四)项 签收11月26日、办结2027年6月30日',
        '〔全部签收〕',
      ),
      at('11-24 10:01', closing('科技联络员'), '已移交科技联络员2办理'),
      at('11-24 10:02', presses('科技联络员', '签收'), '尚未绑定身份。请向办公室索取一次性绑定码。'),
      at('11-24 10:03', says('科技联络员', '第(四)项完成10%'), '尚未绑定身份。请向办公室索取一次性绑定码。'),
      at('11-24 10:05', presses('科技联络员2', '全部签收'), '【已登记】第(四)项"提高专利创造质量" 已签收。'),
    ],
    end: '12-04 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-24 10:05 已签收',
    ],
    events: [
      '11-24 10:00 协调员 contactHandedOver from=科技联络员 fromPersonId=科技联络员 to=科技联络员2 toPersonId=科技联络员2 unit=市科技局 unitId=科技',
      '11-24 10:05 科技联络员2 receiptGiven 科技(四)',
    ],
  },
  {
    name: 'a handover to somebody of another unit, or to oneself, is refused, and nothing changes',
    ...one,
    steps: [
      at(
        '11-24 10:00',
        handsOver('科技联络员', '工信联络员'),
        'HANDOVER_OTHER_UNIT “工信联络员”不是“市科技局”的人员。联络工作只能移交给本单位人员;确已调入的,请先登记为该单位联络人。',
      ),
      at('11-24 10:01', handsOver('科技联络员', '科技联络员'), 'HANDOVER_SELF 移交人和接收人是同一人,无需办理。'),
      at('11-24 10:02', presses('科技联络员', '签收'), '【已登记】第(四)项"提高专利创造质量" 已签收。'),
    ],
    end: '11-27 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-24 10:02 已签收',
    ],
    events: [
      '11-24 10:00 协调员 refused act=hand-over code=HANDOVER_OTHER_UNIT details={person=工信联络员 unit=市科技局}',
      '11-24 10:01 协调员 refused act=hand-over code=HANDOVER_SELF',
      '11-24 10:02 科技联络员 receiptGiven 科技(四)',
    ],
  },
  {
    name: 'the last contact of a unit leaves: the office is told once, and what follows is undeliverable on record',
    ...one,
    contacts: ['市科技局·联络员'],
    steps: [
      at(
        '11-24 10:00',
        removes('科技联络员'),
        '已停用科技联络员,其账号不再接收提示。科技目前没有可送达的联络员,已列入待办。',
      ),
      at('11-24 10:01', officeList, 'undeliverable 科技'),
      at('11-30 10:00', officeList, 'undeliverable 科技'),
    ],
    end: '11-30 18:00',
    prompts: ['科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15 undeliverable no-contact'],
    events: ['11-24 10:00 协调员 contactRemoved person=科技联络员 personId=科技联络员 units=市科技局'],
  },
  {
    name: 'the handover and the answer at once: the answer that was received first counts, on behalf of the new contact',
    ...one,
    steps: [
      at(
        '11-24 10:00',
        together(presses('科技联络员', '签收'), handsOver('科技联络员', '科技联络员2')),
        '【已登记】第(四)项"提高专利创造质量" 已签收。',
        '科技的联络工作已由科技联络员移交科技联络员2。科技联络员的账号不再接收,未办事项改由科技联络员2办理。',
      ),
    ],
    end: '11-25 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-24 10:00 已签收',
    ],
    events: [
      '11-24 10:00 协调员 contactHandedOver from=科技联络员 fromPersonId=科技联络员 to=科技联络员2 toPersonId=科技联络员2 unit=市科技局 unitId=科技',
      '11-24 10:00 科技联络员(代科技联络员2) receiptGiven 科技(四)',
    ],
  },
];

playGroup(stories);
