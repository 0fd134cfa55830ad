import { lights, newest, officeList } from './look.ts';
import { accepts, advances, undoesAdvance } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { presses } from './unit-acts.ts';

type Setting = Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'>;

/** Six working days of deployment: the receipt is owed by Wednesday 25 November. */
const deployed: Setting = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases: { deployment: ['2026-11-23', '2026-11-30'], implementation: ['2026-12-01', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·科长'],
  start: '2026-11-23 08:30',
};
const REASON = '单位集中培训,先行转入';
const advancing = (when: string, until: string): string =>
  `${when} 协调员 phaseAdvancing from=deployment gaps=1份任务尚未签收 override=${REASON} to=implementation undoUntil=${until}`;

const stories: Story[] = [
  {
    name: 'a transition with open receipts needs a reason, can be undone for half an hour, and leaves what is owed as it was',
    ...deployed,
    steps: [
      at(
        '11-25 10:00',
        advances(),
        'OVERRIDE_REASON_REQUIRED 仍有未完成事项(1份任务尚未签收),推进须写明理由(不少于5个字)。',
      ),
      at('11-25 10:01', advances(REASON), '正在转入实施推进阶段,30分钟内可以撤回'),
      at('11-25 10:05', undoesAdvance, '已撤回阶段转换,没有任何单位收到通知'),
      at('11-25 10:06', undoesAdvance, 'NOTHING_TO_UNDO 没有可以撤回的阶段转换,或者撤回时限已过。'),
      at('11-27 10:00', advances(REASON), '正在转入实施推进阶段,30分钟内可以撤回'),
      at('11-27 10:31', undoesAdvance, 'NOTHING_TO_UNDO 没有可以撤回的阶段转换,或者撤回时限已过。'),
      at('12-01 10:00', presses('科技联络员', '签收')),
      at('12-01 10:01', lights, '科技(四) yellow 曾逾期,补报后待一次达到序时的报送。'),
    ],
    end: '12-03 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15, o1 11-26 09:15, o3→科长 11-30 09:15 sent; o5→办公室 12-02 09:15 withdrawn 12-01 10:00 已签收',
    ],
    events: [
      '11-25 10:00 协调员 refused act=advance code=OVERRIDE_REASON_REQUIRED details={gaps=1份任务尚未签收}',
      advancing('11-25 10:01', '11-25 10:31'),
      '11-25 10:05 协调员 phaseAdvanceUndone to=implementation',
      '11-25 10:06 协调员 refused act=undo code=NOTHING_TO_UNDO',
      advancing('11-27 10:00', '11-27 10:30'),
      '11-27 10:30 协调员 phaseAdvanced epoch=2 from=deployment to=implementation',
      '11-27 10:30 系统 phaseChanged (四) epoch=2 from=deployment to=implementation',
      '11-27 10:30 系统 phaseClosed deployment reason=转入实施推进阶段',
      '11-27 10:31 协调员 refused act=undo code=NOTHING_TO_UNDO',
      '12-01 10:00 科技联络员 receiptGiven 科技(四) late',
    ],
  },
  {
    name: 'a transition is refused where something has changed since the dry run',
    ...deployed,
    steps: [
      at(
        '11-25 10:00',
        advances(REASON, { meanwhile: presses('科技联络员', '签收') }),
        'DOSSIER_CHANGED 情况在预演之后有变化。请重新预演,核对后再推进。',
      ),
      at('11-25 10:05', advances(), '正在转入实施推进阶段,30分钟内可以撤回'),
      at('11-25 10:10', advances(), 'ALREADY_ADVANCING 阶段正在转换,11月25日10:35前可以撤回。'),
    ],
    end: '11-25 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-26 09:15, o3→科长 11-30 09:15, o5→办公室 12-02 09:15 withdrawn 11-25 10:00 已签收',
    ],
    events: [
      '11-25 10:00 协调员 refused act=advance code=DOSSIER_CHANGED',
      '11-25 10:00 科技联络员 receiptGiven 科技(四)',
      '11-25 10:05 协调员 phaseAdvancing from=deployment to=implementation undoUntil=11-25 10:35',
      '11-25 10:10 协调员 refused act=advance code=ALREADY_ADVANCING details={until=11月25日10:35}',
      '11-25 10:35 协调员 phaseAdvanced epoch=2 from=deployment to=implementation',
      '11-25 10:35 系统 phaseChanged (四) epoch=2 from=deployment to=implementation',
      '11-25 10:35 系统 phaseClosed deployment reason=转入实施推进阶段',
    ],
  },
  {
    name: 'inspection asks for evidence ten working days before its end, and what implementation left open stays owed',
    ...deployed,
    phases: { implementation: ['2026-11-23', '2026-12-11'], inspection: ['2026-12-14', '2027-01-15'] },
    // Who signs is another group's.
    policy: { signOffKinds: [] },
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at('12-11 16:00', advances('按期转入,遗留事项继续催办'), '正在转入迎检总结阶段,30分钟内可以撤回'),
      at('12-22 10:00', lights, '科技(四) red 已逾期7个工作日,尚未报送。'),
      at(
        '12-22 10:01',
        newest('科技联络员'),
        '【进展报送】',
        '市科技局迎检阶段,共1项,请于12月31日(星期四)17:30前报送。',
        '1.第(四)项 尚无登记',
        '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
        '〔逐项填报〕〔申请办结〕〔提请协调〕',
      ),
      at('12-23 10:00', presses('科技联络员', '申请办结')),
      at('12-23 11:00', accepts('(四)'), '任务已验收办结'),
      at('12-23 11:01', officeList, 'no-rank 科技'),
    ],
    end: '2027-01-08 18:00',
    // Ten working days before Friday 15 January: Thursday 31 December, 1 January resting. The claim meets both.
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收',
      '科技(四) report inspection: d7 12-22 09:15 sent; d3 12-28 09:15, d1 12-30 09:15, d0 12-31 09:15, o1 2027-01-04 10:00, o3→科长 2027-01-06 09:15, o5→分管 2027-01-08 09:15, w1 2027-01-11 09:15, o10→办公室 2027-01-15 09:15, w2 2027-01-18 09:15, w3 2027-01-25 09:15, w4 2027-02-01 09:15, office→办公室 2027-02-02 09:15 withdrawn 12-23 10:00 已申请办结',
      '科技(四) completion: d7 12-02 09:15, d3 12-08 09:15, d1 12-10 09:15, d0 12-11 09:15, o1 12-14 09:15, o3→科长 12-16 09:15 sent; o5→分管 12-18 09:15 skipped no-rank; w1 12-21 09:15 sent; o10→办公室 12-25 09:15, w2 12-28 09:15, w3 2027-01-04 10:00, w4 2027-01-11 09:15, office→办公室 2027-01-12 09:15 withdrawn 12-23 10:00 已申请办结',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-11 16:00 协调员 phaseAdvancing from=implementation gaps=1项任务尚未验收办结:第(四)项 override=按期转入,遗留事项继续催办 to=inspection undoUntil=12-11 16:30',
      '12-11 16:30 协调员 phaseAdvanced epoch=2 from=implementation to=inspection',
      '12-11 16:30 系统 phaseChanged (四) epoch=2 from=implementation to=inspection',
      '12-11 16:30 系统 phaseClosed implementation reason=转入迎检总结阶段',
      '12-23 10:00 科技联络员 completionClaimed 科技(四) late',
      '12-23 11:00 协调员 taskAccepted (四) claimedBy=科技联络员 parts=科技(四)',
    ],
  },
  {
    name: 'with its last phase the plan ends: what its tasks left open is asked of nobody any more',
    ...deployed,
    phases: { implementation: ['2026-11-23', '2026-11-30'] },
    steps: [
      at('11-23 10:00', presses('科技联络员', '签收')),
      at('11-30 16:00', advances('领导小组同意结束试点'), '正在结束方案,撤回时限内可以撤回'),
      at('12-01 10:00', advances('再次转入下一阶段'), 'PLAN_NOT_READY 方案当前为“已结束”,不能执行该操作。'),
    ],
    end: '12-01 18:00',
    prompts: [
      '科技(四) receipt: issue 11-23 09:15 sent; o1 11-26 09:15, o3→科长 11-30 09:15, o5→办公室 12-02 09:15 withdrawn 11-23 10:00 已签收',
      // Seven working days before the end was before the start.
      '科技(四) completion: d7 11-19 09:15 skipped 11-23 08:30 启用前已过; d3 11-25 09:15, d1 11-27 09:15, d0 11-30 09:15 sent; o1 12-01 09:15 withdrawn 方案结束',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '11-30 16:00 协调员 phaseAdvancing from=implementation gaps=1项任务尚未验收办结:第(四)项 override=领导小组同意结束试点 to=closed undoUntil=11-30 16:30',
      '11-30 16:30 协调员 planClosed epoch=2 from=implementation to=closed',
      '11-30 16:30 系统 phaseClosed implementation reason=方案结束',
      '12-01 10:00 协调员 refused act=advance code=PLAN_NOT_READY details={status=已结束}',
    ],
  },
];

playGroup(stories);
