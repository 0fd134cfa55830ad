import { lights, newest, officeList } from './look.ts';
import { accepts } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { declines, grants, pauses, scans, takesBack } from './request-acts.ts';
import { at, task, type Story } from './story.ts';
import { presses, says } from './unit-acts.ts';

/** Owed by Friday 18 December 2026. */
const one: Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'policy' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'], { due: '2026-12-18' })],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·分管'],
  policy: { signOffKinds: ['completion', 'extension'] },
  start: '2026-11-23 08:30',
};
const signed = at('11-23 10:00', presses('科技联络员', '签收'));
const SIGNED =
  '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
const ASK = '第(四)项申请延期至12月25日,理由是部门会签尚未完成';

/** The quarter's report, due on 25 December. */
const REPORT =
  'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
// +5 is Friday 25 December; 1 January 2027 begins three days of rest, and Monday the 4th at 10:00.
const AFTER_D7 =
  'd3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15';
const MISSING = '该单位分管负责同志尚未审签,暂不能';
const SCAN = '。请待审签,或登记盖章扫描件后办理。';
const CLAIM_TOLD = '【已登记】第(四)项"提高专利创造质量" 已申请办结,待单位分管负责同志审签。';
const SIGNED_TOLD = '【已登记】第(四)项"提高专利创造质量":已审签同意。';
const ASKED =
  '12-09 10:02 科技联络员 extensionAsked 科技(四) received=12-09 10:00 decideBy=12-11 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 level=office newDueOn=2026-12-25 openOfUnit=1 reason=部门会签尚未完成 signOff=waiting words=第(四)项申请延期至12月25日,理由是部门会签尚未完成 workingDaysBefore=7';
const EXTENSION_SIGNED = '12-09 10:30 科技分管 signOffGiven 科技(四) of=extension';

const stories: Story[] = [
  {
    name: 'a claim goes to the unit’s supervisor first, and is accepted only once signed',
    ...one,
    steps: [
      signed,
      at('12-09 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-09 10:01', accepts('(四)'), `SIGN_OFF_MISSING ${MISSING}验收${SCAN}`),
      at(
        '12-09 10:02',
        newest('科技分管'),
        '【审签】',
        '科技联络员代表你单位就第(四)项"提高专利创造质量"申请办结。',
        '请审签。审签同意后报办公室验收。',
        '〔审签同意〕〔退回〕',
      ),
      at('12-09 10:30', presses('科技分管', '审签同意'), SIGNED_TOLD),
      at('12-09 11:00', accepts('(四)'), '任务已验收办结'),
    ],
    end: '12-10 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-09 11:00 任务已验收办结`,
      `科技(四) completion: d7 12-09 09:15 sent; ${AFTER_D7} withdrawn 12-09 10:00 已申请办结`,
    ],
    events: [
      SIGNED_EVENT,
      '12-09 10:00 科技联络员 completionClaimed 科技(四) signOff=waiting',
      '12-09 10:01 协调员 refused (四) act=accept code=SIGN_OFF_MISSING details={act=验收}',
      '12-09 10:30 科技分管 signOffGiven 科技(四) of=completion',
      '12-09 11:00 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四)',
    ],
  },
  {
    name: 'a unit without a supervisor: the office records the stamped paper',
    ...one,
    contacts: ['市科技局·联络员'],
    steps: [
      signed,
      at('12-09 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at('12-09 10:01', officeList, 'sign-off 科技(四)'),
      at('12-09 10:30', scans('(四)', '市科技局', '盖章扫描件第12号'), '已登记盖章扫描件:市科技局'),
      at('12-09 11:00', accepts('(四)'), '任务已验收办结'),
    ],
    end: '12-10 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-09 11:00 任务已验收办结`,
      `科技(四) completion: d7 12-09 09:15 sent; ${AFTER_D7} withdrawn 12-09 10:00 已申请办结`,
    ],
    events: [
      SIGNED_EVENT,
      '12-09 10:00 科技联络员 completionClaimed 科技(四) noSigner signOff=waiting',
      '12-09 10:30 协调员 signOffGiven 科技(四) evidence=盖章扫描件第12号 of=completion scan',
      '12-09 11:00 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四)',
    ],
  },
  {
    name: 'an extension asked in words, signed, granted, and told after the ten minutes in which it can be taken back',
    ...one,
    steps: [
      signed,
      at(
        '12-09 10:00',
        says('科技联络员', ASK),
        '【请核对】据你12月9日10:00回复,拟登记:',
        '第(四)项"提高专利创造质量" 申请延期:由12月18日(星期五)延至12月25日(星期五),经单位分管负责同志审签后报批',
        '理由:部门会签尚未完成',
        `原话:"${ASK}"`,
        '确认后登记,原话一并留存。',
      ),
      at(
        '12-09 10:02',
        presses('科技联络员', '确认登记'),
        '【已登记】第(四)项"提高专利创造质量" 已申请延期至2026年12月25日,待单位分管负责同志审签。',
      ),
      at('12-09 10:30', presses('科技分管', '审签同意'), SIGNED_TOLD),
      at('12-10 10:00', grants('(四)', '市科技局'), '已同意延至2026年12月25日,10分钟内可以撤回,其后通知市科技局'),
      at(
        '12-10 10:05',
        newest('科技联络员'),
        '【已登记】',
        '第(四)项"提高专利创造质量" 已申请延期至2026年12月25日,待单位分管负责同志审签。',
      ),
      at(
        '12-10 10:11',
        newest('科技联络员'),
        '【延期答复】',
        '经研究,同意第(四)项"提高专利创造质量"延至12月25日(星期五)17:30,仅此一次。',
        '〔收悉〕〔提请协调〕',
      ),
      at('12-10 10:12', takesBack('(四)', '市科技局'), 'EXTENSION_UNDO_LATE 没有可以撤回的延期批复,或者撤回时限已过。'),
      at('12-18 18:00', lights, '科技(四) blue 距时限5个工作日。'),
    ],
    end: '12-18 18:00',
    // Seven working days before the new day, Friday the 25th, are Wednesday the 16th.
    prompts: [
      SIGNED,
      `科技(四) completion: d7 12-09 09:15 sent; ${AFTER_D7} withdrawn 12-10 10:00 已同意延期,时限已调整; d7#2 12-16 09:15 sent`,
    ],
    events: [
      SIGNED_EVENT,
      ASKED,
      EXTENSION_SIGNED,
      '12-10 10:00 协调员 extensionGranted 科技(四) asked=2026-12-25 askedBy=科技联络员 dueOn=2026-12-25 from=2026-12-18 level=office undoUntil=12-10 10:10',
      '12-10 10:12 协调员 refused (四) act=undo-decision code=EXTENSION_UNDO_LATE',
    ],
  },
  {
    name: 'an extension that is declined leaves the day as it was',
    ...one,
    steps: [
      signed,
      at('12-09 10:00', says('科技联络员', ASK)),
      at('12-09 10:02', presses('科技联络员', '确认登记')),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at(
        '12-10 10:00',
        declines('(四)', '市科技局', '年底前须完成'),
        '不同意延期,仍按2026年12月18日时限办理,10分钟内可以撤回,其后通知市科技局',
      ),
      at(
        '12-10 10:11',
        newest('科技联络员'),
        '【延期答复】',
        '经研究,第(四)项"提高专利创造质量"仍按12月18日时限办理。理由:年底前须完成。如有困难,可提请协调。',
        '〔收悉〕〔提请协调〕',
      ),
      at('12-18 17:31', lights, '科技(四) red 已过时限,尚未报送。'),
    ],
    end: '12-18 18:00',
    prompts: [SIGNED, '科技(四) completion: d7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15 sent'],
    events: [
      SIGNED_EVENT,
      ASKED,
      EXTENSION_SIGNED,
      '12-10 10:00 协调员 extensionRefused 科技(四) asked=2026-12-25 askedBy=科技联络员 dueOn=2026-12-18 from=2026-12-18 reason=年底前须完成 undoUntil=12-10 10:10',
    ],
  },
  {
    name: 'undecided when the time is up: reminders go on, it is not red, and nobody above is told',
    ...one,
    steps: [
      signed,
      at('12-09 10:00', says('科技联络员', ASK)),
      at('12-09 10:02', presses('科技联络员', '确认登记')),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at('12-18 17:31', lights, '科技(四) blue 时限已到,延期待批,暂不计逾期。'),
    ],
    end: '12-23 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15 sent',
      '科技(四) completion: d7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15 sent; o3→科长 12-23 09:15 withdrawn 延期待批',
    ],
    events: [SIGNED_EVENT, ASKED, EXTENSION_SIGNED],
  },
  {
    name: 'the completion comes in while the extension waits for its decision: there is nothing left to decide',
    ...one,
    steps: [
      signed,
      at('12-09 10:00', says('科技联络员', ASK)),
      at('12-09 10:02', presses('科技联络员', '确认登记')),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at('12-10 10:00', presses('科技联络员', '申请办结'), CLAIM_TOLD),
      at(
        '12-10 10:30',
        grants('(四)', '市科技局'),
        'EXTENSION_SUPERSEDED 该单位此后已申请办结或另有申请,延期申请不再批复。请按最新情况办理。',
      ),
    ],
    end: '12-10 18:00',
    prompts: [SIGNED, `科技(四) completion: d7 12-09 09:15 sent; ${AFTER_D7} withdrawn 12-10 10:00 已申请办结`],
    events: [
      SIGNED_EVENT,
      ASKED,
      EXTENSION_SIGNED,
      '12-10 10:00 科技联络员 completionClaimed 科技(四) signOff=waiting',
      '12-10 10:30 协调员 refused (四) act=decide-extension code=EXTENSION_SUPERSEDED',
    ],
  },
  {
    name: 'a task that is put off asks nothing until its day, and keeps the working days it had left',
    ...one,
    steps: [
      signed,
      at('12-08 10:00', pauses('(四)', '2027-01-11', '等待省级部门批复'), '已暂缓至2027年1月11日,期间不发提示'),
      at('12-08 10:02', lights, '科技(四) grey 暂缓至2027年1月11日:等待省级部门批复。'),
      at(
        '2027-01-11 10:00',
        newest('科技联络员'),
        '【恢复办理】',
        '第(四)项"提高专利创造质量"恢复办理,办结时限1月21日(星期四)。',
        '〔收悉〕',
      ),
    ],
    end: '2027-01-12 18:00',
    // Eight working days were left on 8 December: from Monday 11 January they reach Thursday the 21st. The quarter's day
    // fell due in between: nobody's debt.
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${REPORT} withdrawn 12-08 10:00 暂缓至2027年1月11日`,
      `科技(四) completion: d7 12-09 09:15, ${AFTER_D7} withdrawn 12-08 10:00 暂缓至2027年1月11日; d7#2 2027-01-12 09:15 sent`,
    ],
    events: [
      SIGNED_EVENT,
      '12-08 10:00 协调员 taskPaused (四) parts={dueOn=2027-01-21 partId=科技(四) remainingWorkingDays=8} reason=等待省级部门批复 until=2027-01-11',
      '2027-01-11 00:00 系统 taskResumed (四) parts={dueOn=2027-01-21 partId=科技(四) remainingWorkingDays=8} until=2027-01-11',
    ],
  },
];

playGroup(stories);
