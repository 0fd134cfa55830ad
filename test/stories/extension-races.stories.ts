import { together, type Act } from './act.ts';
import { approval, signed } from './approval.ts';
import { decisionTexts, newest } from './look.ts';
import { playGroup } from './play-group.ts';
import { grants, signsOff, takesBack } from './request-acts.ts';
import { at, task, type Story } from './story.ts';
import { fills, presses } from './unit-acts.ts';

const REASON = '部门会签尚未完成';
const asks = (newDueOn: string, reason = REASON): Act => fills('科技联络员', [{ part: '科技(四)', newDueOn, reason }]);

const stories: Story[] = [
  {
    name: 'three requests of one unit at once, in its last days: whoever decides is shown how many, and that they are late',
    ...approval,
    tasks: [
      task('(四)', ['市科技局'], { due: '2026-12-18' }),
      task('(六)', ['市科技局'], { due: '2026-12-18' }),
      task('(九)', ['市科技局'], { due: '2026-12-18' }),
    ],
    steps: [
      at('11-23 10:00', presses('科技联络员', '全部签收')),
      at(
        '12-16 10:00',
        fills(
          '科技联络员',
          ['(四)', '(六)', '(九)'].map((no) => ({ part: `科技${no}`, newDueOn: '2026-12-25', reason: REASON })),
        ),
        '【已登记】第(四)项"提高专利创造质量" 已申请延期至2026年12月25日,待单位分管负责同志审签。',
        '第(六)项"推进专利转化运用" 已申请延期至2026年12月25日,待单位分管负责同志审签。',
        '第(九)项"研究制定战略与规划" 已申请延期至2026年12月25日,待单位分管负责同志审签。',
      ),
      at('12-16 10:30', signsOff('(四)', '市科技局', { as: '科技分管' })),
      at('12-16 10:31', signsOff('(六)', '市科技局', { as: '科技分管' })),
      at('12-16 10:32', signsOff('(九)', '市科技局', { as: '科技分管' })),
      at(
        '12-16 10:33',
        decisionTexts,
        '延期审批 市科技局第(四)项“提高专利创造质量”申请由2026年12月18日延至2026年12月25日(到期前2个工作日提出;未报进度;临期申请;该单位共3件待批):“部门会签尚未完成”',
        '延期审批 市科技局第(六)项“推进专利转化运用”申请由2026年12月18日延至2026年12月25日(到期前2个工作日提出;未报进度;临期申请;该单位共3件待批):“部门会签尚未完成”',
        '延期审批 市科技局第(九)项“研究制定战略与规划”申请由2026年12月18日延至2026年12月25日(到期前2个工作日提出;未报进度;临期申请;该单位共3件待批):“部门会签尚未完成”',
      ),
    ],
    end: '12-16 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) completion: d7 12-09 09:15, d3 12-15 09:15 sent',
      '科技(六) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(六) completion: d7 12-09 09:15, d3 12-15 09:15 sent',
      '科技(九) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(九) completion: d7 12-09 09:15, d3 12-15 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '11-23 10:00 科技联络员 receiptGiven 科技(六)',
      '11-23 10:00 科技联络员 receiptGiven 科技(九)',
      '12-16 10:00 科技联络员 extensionAsked 科技(四) decideBy=12-18 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 guards=last-minute,many-at-once level=office newDueOn=2026-12-25 openOfUnit=3 reason=部门会签尚未完成 signOff=waiting words=部门会签尚未完成 workingDaysBefore=2',
      '12-16 10:00 科技联络员 extensionAsked 科技(六) decideBy=12-18 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 guards=last-minute,many-at-once level=office newDueOn=2026-12-25 openOfUnit=3 reason=部门会签尚未完成 signOff=waiting words=部门会签尚未完成 workingDaysBefore=2',
      '12-16 10:00 科技联络员 extensionAsked 科技(九) decideBy=12-18 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 guards=last-minute,many-at-once level=office newDueOn=2026-12-25 openOfUnit=3 reason=部门会签尚未完成 signOff=waiting words=部门会签尚未完成 workingDaysBefore=2',
      '12-16 10:30 科技分管 signOffGiven 科技(四) of=extension',
      '12-16 10:31 科技分管 signOffGiven 科技(六) of=extension',
      '12-16 10:32 科技分管 signOffGiven 科技(九) of=extension',
    ],
  },
  {
    name: 'the decision and the completion at once: the one that is decided first stands, and the other is told so',
    ...approval,
    steps: [
      signed,
      at('12-09 10:00', asks('2026-12-25')),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at(
        '12-10 10:00',
        together(presses('科技联络员', '申请办结'), grants('(四)', '市科技局')),
        '【已登记】第(四)项"提高专利创造质量" 已申请办结,待单位分管负责同志审签。',
        '已同意延至2026年12月25日,10分钟内可以撤回,其后通知市科技局',
      ),
      at(
        '12-10 10:05',
        takesBack('(四)', '市科技局'),
        'EXTENSION_SUPERSEDED 该单位此后已申请办结或另有申请,延期申请不再批复。请按最新情况办理。',
      ),
      at(
        '12-10 10:11',
        newest('科技联络员'),
        '【延期答复】',
        '经研究,同意第(四)项"提高专利创造质量"延至12月25日(星期五)17:30,仅此一次。',
        '〔收悉〕〔提请协调〕',
      ),
    ],
    end: '12-10 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) completion: d7 12-09 09:15 sent; d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-10 10:00 已同意延期,时限已调整; d7#2 12-16 09:15, d3#2 12-22 09:15, d1#2 12-24 09:15, d0#2 12-25 09:15, o1#2 12-28 09:15, o3#2→科长 12-30 09:15, o5#2→分管 2027-01-04 10:00, w1#2 2027-01-04 10:00, o10#2→办公室 2027-01-11 09:15, w2#2 2027-01-11 09:15, w3#2 2027-01-18 09:15, w4#2 2027-01-25 09:15, office#2→办公室 2027-01-26 09:15 withdrawn 12-10 10:00 已申请办结',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 科技联络员 extensionAsked 科技(四) decideBy=12-11 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 level=office newDueOn=2026-12-25 openOfUnit=1 reason=部门会签尚未完成 signOff=waiting words=部门会签尚未完成 workingDaysBefore=7',
      '12-09 10:30 科技分管 signOffGiven 科技(四) of=extension',
      '12-10 10:00 协调员 extensionGranted 科技(四) asked=2026-12-25 askedBy=科技联络员 dueOn=2026-12-25 from=2026-12-18 level=office undoUntil=12-10 10:10',
      '12-10 10:00 科技联络员 completionClaimed 科技(四) signOff=waiting',
      '12-10 10:05 协调员 refused (四) act=undo-decision code=EXTENSION_SUPERSEDED',
    ],
  },
  {
    name: 'nobody decides on what they or their unit asked for, and a second one of the task is refused',
    ...approval,
    contacts: ['市科技局·联络员+协调员', '市科技局·分管'],
    steps: [
      signed,
      at('12-09 10:00', asks('2026-12-25')),
      at(
        '12-09 10:01',
        asks('2026-12-28'),
        '【未登记】第(四)项"提高专利创造质量" 该项任务已有延期申请待办理,无需重复申请。',
      ),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at(
        '12-09 11:00',
        grants('(四)', '市科技局', { as: '科技联络员' }),
        'SELF_DECIDE 不得批复本人或本单位提出的申请。请由其他同志办理。',
      ),
      at('12-09 11:01', grants('(四)', '市科技局'), '已同意延至2026年12月25日,10分钟内可以撤回,其后通知市科技局'),
      at(
        '12-09 11:30',
        asks('2026-12-30'),
        '【未登记】第(四)项"提高专利创造质量" 该项任务已延期1次,不再受理延期申请。如有困难,请提请协调。',
      ),
    ],
    end: '12-09 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) completion: d7 12-09 09:15 sent; d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-09 11:01 已同意延期,时限已调整',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 科技联络员 extensionAsked 科技(四) decideBy=12-11 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 level=office newDueOn=2026-12-25 openOfUnit=1 reason=部门会签尚未完成 signOff=waiting words=部门会签尚未完成 workingDaysBefore=7',
      '12-09 10:01 科技联络员 refused (四) act=ask-extension code=EXTENSION_OPEN',
      '12-09 10:30 科技分管 signOffGiven 科技(四) of=extension',
      '12-09 11:00 科技联络员 refused (四) act=decide-extension code=SELF_DECIDE',
      '12-09 11:01 协调员 extensionGranted 科技(四) asked=2026-12-25 askedBy=科技联络员 dueOn=2026-12-25 from=2026-12-18 level=office undoUntil=12-09 11:11',
      '12-09 11:30 科技联络员 refused (四) act=ask-extension code=EXTENSION_ONCE details={count=1}',
    ],
  },
];

playGroup(stories);
