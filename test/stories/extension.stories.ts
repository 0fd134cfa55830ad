import {
  approval,
  AFTER_D7,
  CLAIM_TOLD,
  EXTENSION_SIGNED,
  SIGNED,
  SIGNED_EVENT,
  SIGNED_TOLD,
  signed,
} from './approval.ts';
import { lights, newest } from './look.ts';
import { accepts } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { declines, grants, takesBack } from './request-acts.ts';
import { at, type Story } from './story.ts';
import { presses, says } from './unit-acts.ts';

const ASK = '第(四)项申请延期至12月25日,理由是部门会签尚未完成';
const ASKED =
  '12-09 10:02 科技联络员 extensionAsked 科技(四) received=12-09 10:00 decideBy=12-11 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 level=office newDueOn=2026-12-25 openOfUnit=1 reason=部门会签尚未完成 signOff=waiting words=第(四)项申请延期至12月25日,理由是部门会签尚未完成 workingDaysBefore=7';

const stories: Story[] = [
  {
    name: 'an extension asked in words, signed, granted, and told after the ten minutes in which it can be taken back',
    ...approval,
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
    ...approval,
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
    ...approval,
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
      '科技(四) completion: d7 12-09 09:15, d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15 sent',
    ],
    events: [SIGNED_EVENT, ASKED, EXTENSION_SIGNED],
  },
  {
    name: 'the completion comes in while the extension waits for its decision: there is nothing left to decide',
    ...approval,
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
    name: 'an extension is asked for in words, signed, granted, and reminded of by its new day; the completion is signed too',
    ...approval,
    steps: [
      signed,
      at('12-09 10:00', says('科技联络员', '第四项申请延期至12月30日,因招标流标需重新组织')),
      at('12-09 10:01', presses('科技联络员', '确认登记')),
      at(
        '12-09 10:05',
        grants('(四)', '市科技局'),
        'SIGN_OFF_MISSING 该单位分管负责同志尚未审签,暂不能批复。请待审签,或登记盖章扫描件后办理。',
      ),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at('12-09 11:00', grants('(四)', '市科技局')),
      at(
        '12-09 11:20',
        newest('科技联络员'),
        '【延期答复】',
        '经研究,同意第(四)项"提高专利创造质量"延至12月30日(星期三)17:30,仅此一次。',
        '〔收悉〕〔提请协调〕',
      ),
      at('12-21 09:00', lights, '科技(四) blue 距时限4个工作日。'),
      at('12-28 10:00', presses('科技联络员', '申请办结')),
      at(
        '12-28 10:05',
        accepts('(四)'),
        'SIGN_OFF_MISSING 该单位分管负责同志尚未审签,暂不能验收。请待审签,或登记盖章扫描件后办理。',
      ),
      at('12-28 14:40', presses('科技分管', '审签同意')),
      at('12-28 15:00', accepts('(四)')),
    ],
    end: '2027-01-08 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15 sent; o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-28 10:00 已申请办结',
      '科技(四) report 2027Q1: d3#2 2027-03-22 09:15, d0#2 2027-03-25 09:15, o1#2 2027-03-26 09:15, o3#2→科长 2027-03-30 09:15, o5#2→分管 2027-04-01 09:15, w1#2 2027-04-06 10:00, o10#2→办公室 2027-04-09 09:15, w2#2 2027-04-12 09:15, w3#2 2027-04-19 09:15, w4#2 2027-04-26 09:15, office#2→办公室 2027-04-27 09:15 withdrawn 12-28 15:00 任务已验收办结',
      '科技(四) completion: d7 12-09 09:15 sent; d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-09 11:00 已同意延期,时限已调整; d7#2 12-21 09:15 sent; d3#2 12-25 09:15 merged 同一事项并入同条消息; d1#2 12-29 09:15, d0#2 12-30 09:15, o1#2 12-31 09:15, o3#2→科长 2027-01-05 09:15, o5#2→分管 2027-01-07 09:15, w1#2 2027-01-11 09:15, o10#2→办公室 2027-01-14 09:15, w2#2 2027-01-18 09:15, w3#2 2027-01-25 09:15, w4#2 2027-02-01 09:15, office#2→办公室 2027-02-02 09:15 withdrawn 12-28 10:00 已申请办结',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:01 科技联络员 extensionAsked 科技(四) received=12-09 10:00 decideBy=12-11 17:30 dueOn=2026-12-18 expiresAt=12-18 17:30 level=office newDueOn=2026-12-30 openOfUnit=1 reason=招标流标需重新组织 signOff=waiting words=第四项申请延期至12月30日,因招标流标需重新组织 workingDaysBefore=7',
      '12-09 10:05 协调员 refused (四) act=decide-extension code=SIGN_OFF_MISSING details={act=批复}',
      '12-09 10:30 科技分管 signOffGiven 科技(四) of=extension',
      '12-09 11:00 协调员 extensionGranted 科技(四) asked=2026-12-30 askedBy=科技联络员 dueOn=2026-12-30 from=2026-12-18 level=office undoUntil=12-09 11:10',
      '12-28 10:00 科技联络员 completionClaimed 科技(四) late signOff=waiting',
      '12-28 10:05 协调员 refused (四) act=accept code=SIGN_OFF_MISSING details={act=验收}',
      '12-28 14:40 科技分管 signOffGiven 科技(四) of=completion',
      '12-28 15:00 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四)',
    ],
  },
];

playGroup(stories);
