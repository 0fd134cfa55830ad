import { approval, AFTER_D7, CLAIM_TOLD, REPORT, SIGNED, SIGNED_EVENT, SIGNED_TOLD, signed } from './approval.ts';
import { lights, newest, officeList } from './look.ts';
import { accepts } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { scans, signsOff } from './request-acts.ts';
import { at, type Story } from './story.ts';
import { fills, presses, says } from './unit-acts.ts';

const MISSING = '该单位分管负责同志尚未审签,暂不能';
const SCAN = '。请待审签,或登记盖章扫描件后办理。';

const stories: Story[] = [
  {
    name: 'a claim goes to the unit’s supervisor first, and is accepted only once signed',
    ...approval,
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
    ...approval,
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
    name: 'a supervisor who files cannot sign it: another one of the unit does, or the office records the stamped paper',
    ...approval,
    contacts: ['市科技局·联络员', '市科技局·分管', '市科技局·分管2'],
    steps: [
      signed,
      at('12-09 10:00', fills('科技分管', [{ part: '科技(四)', progress: 100 }])),
      at(
        '12-09 10:01',
        says('科技分管', '第(四)项已办结,申请验收'),
        '【请核对】据你12月9日10:01回复,拟登记:',
        '第(四)项"提高专利创造质量" 申请办结(经办公室验收后办结)',
        '原话:"第(四)项已办结,申请验收"',
        '确认后登记,原话一并留存。',
      ),
      at(
        '12-09 10:02',
        presses('科技分管', '确认登记'),
        '【已登记】第(四)项"提高专利创造质量" 已申请办结,待单位分管负责同志审签。',
      ),
      at(
        '12-09 10:03',
        signsOff('(四)', '市科技局', { as: '科技分管' }),
        'SIGN_OWN 不得审签本人填报的事项。请由本单位其他负责同志审签,或将盖章扫描件报办公室。',
      ),
      at(
        '12-09 10:04',
        signsOff('(四)', '市科技局', { as: '科技联络员' }),
        'NOT_PERMITTED 你没有执行该操作的权限(审签)。',
      ),
      at(
        '12-09 10:05',
        newest('科技分管2'),
        '【审签】',
        '科技分管代表你单位就第(四)项"提高专利创造质量"申请办结。',
        '原话:"第(四)项已办结,申请验收"',
        '请审签。审签同意后报办公室验收。',
        '〔审签同意〕〔退回〕',
      ),
      at('12-09 10:30', signsOff('(四)', '市科技局', { as: '科技分管2' }), '已审签同意'),
      at('12-09 11:00', accepts('(四)'), '任务已验收办结'),
    ],
    end: '12-10 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-09 11:00 任务已验收办结',
      '科技(四) completion: d7 12-09 09:15 sent; d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-09 10:02 已申请办结',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 科技分管 reportFiled 科技(四) after=100',
      '12-09 10:02 科技分管 completionClaimed 科技(四) received=12-09 10:01 before=100 signOff=waiting words=第(四)项已办结,申请验收',
      '12-09 10:03 科技分管 refused (四) act=sign-off code=SIGN_OWN',
      '12-09 10:04 科技联络员 refused act=sign-off code=NOT_PERMITTED details={act=审签}',
      '12-09 10:30 科技分管2 signOffGiven 科技(四) of=completion',
      '12-09 11:00 协调员 taskAccepted (四) claimedBy=科技分管 parts=科技(四)',
    ],
  },
  {
    name: 'a supervisor sends a claim back: its author is told what is missing, it is owed again by its day, and is claimed and signed anew',
    ...approval,
    steps: [
      signed,
      at(
        '12-09 10:00',
        presses('科技联络员', '申请办结'),
        '【已登记】第(四)项"提高专利创造质量" 已申请办结,待单位分管负责同志审签。',
      ),
      at(
        '12-09 10:30',
        presses('科技分管', '退回'),
        '【请写明理由】请直接回复不予审签第(四)项"提高专利创造质量"的理由(不少于5个字)。',
      ),
      at(
        '12-09 10:31',
        says('科技分管', '无'),
        '【请写明理由】请直接回复不予审签第(四)项"提高专利创造质量"的理由(不少于5个字)。',
      ),
      at('12-09 10:32', says('科技分管', '佐证材料尚不齐全'), '【已登记】第(四)项"提高专利创造质量":已退回。'),
      at(
        '12-09 10:33',
        newest('科技联络员'),
        '【审签退回】',
        '第(四)项"提高专利创造质量"的办结申请未予审签(科技分管)。理由:佐证材料尚不齐全。',
      ),
      at('12-09 10:34', lights, '科技(四) yellow 报送已退回,待补正。'),
      at(
        '12-15 10:00',
        presses('科技联络员', '申请办结'),
        '【已登记】第(四)项"提高专利创造质量" 已申请办结,待单位分管负责同志审签。',
      ),
      at('12-15 10:30', presses('科技分管', '审签同意'), '【已登记】第(四)项"提高专利创造质量":已审签同意。'),
    ],
    end: '12-16 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-15 10:00 已申请办结',
      '科技(四) completion: d7 12-09 09:15 sent; d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-09 10:00 已申请办结; d7#2 12-09 09:15 skipped 12-09 10:32 下达较晚,原提醒时点已过; d3#2 12-15 09:15 sent; d1#2 12-17 09:15, d0#2 12-18 09:15, o1#2 12-21 09:15, o3#2→科长 12-23 09:15, o5#2→分管 12-25 09:15, w1#2 12-28 09:15, o10#2→办公室 2027-01-04 10:00, w2#2 2027-01-04 10:00, w3#2 2027-01-11 09:15, w4#2 2027-01-18 09:15, office#2→办公室 2027-01-19 09:15 withdrawn 12-15 10:00 已申请办结',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 科技联络员 completionClaimed 科技(四) signOff=waiting',
      '12-09 10:31 科技分管 refused (四) act=sign-off code=REASON_REQUIRED',
      '12-09 10:32 科技分管 signOffRefused 科技(四) askedBy=科技联络员 of=completion reason=佐证材料尚不齐全',
      '12-15 10:00 科技联络员 completionClaimed 科技(四) before=100 signOff=waiting',
      '12-15 10:30 科技分管 signOffGiven 科技(四) of=completion',
    ],
  },
];

playGroup(stories);
