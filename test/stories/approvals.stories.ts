import { decideExtension } from '../../bot/desk/requests/decide-extension.ts';
import { pauseTask } from '../../bot/desk/requests/pause-task.ts';
import { lights, newest } from './look.ts';
import { accepts, office, taskId } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { at, task, type Story } from './story.ts';
import { presses, says } from './unit-acts.ts';

/** Owed by Friday 18 December 2026. */
const one: Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start' | 'policy'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'], { due: '2026-12-18' })],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·分管'],
  start: '2026-11-23 08:30',
  policy: { signOffKinds: ['completion', 'extension'] },
};
const signed = at('11-23 10:00', presses('科技联络员', '签收'));

const RECEIPT = 'o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
const SIGNED = `科技(四) receipt: issue 11-23 09:15 sent; ${RECEIPT}`;

const grants = (day: string | null = null) =>
  office('grant the extension', async (desk, actor, stage) =>
    decideExtension(desk, actor, { taskId: await taskId(stage, '(四)'), grant: true, dueOn: day }),
  );

const stories: Story[] = [
  {
    name: 'an extension is asked for in words, signed, granted, and reminded of by its new day; the completion is signed too',
    ...one,
    steps: [
      signed,
      at('12-09 10:00', says('科技联络员', '第四项申请延期至12月30日,因招标流标需重新组织')),
      at('12-09 10:01', presses('科技联络员', '确认登记')),
      at(
        '12-09 10:05',
        grants(),
        'SIGN_OFF_MISSING 该单位分管负责同志尚未审签,暂不能批复。请待审签,或登记盖章扫描件后办理。',
      ),
      at('12-09 10:30', presses('科技分管', '审签同意')),
      at('12-09 11:00', grants()),
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
  {
    name: 'a task that is put off sends nothing, and goes on with the working days that it had left',
    ...one,
    steps: [
      signed,
      at(
        '12-09 10:00',
        office('put it off', async (desk, actor, stage) =>
          pauseTask(desk, actor, {
            taskId: await taskId(stage, '(四)'),
            until: '2027-01-11',
            reason: '等待上级批复后再办',
          }),
        ),
      ),
      at('12-18 18:00', lights, '科技(四) grey 暂缓至2027年1月11日:等待上级批复后再办。'),
      at('2027-01-11 08:30', lights, '科技(四) blue 距时限7个工作日。'),
    ],
    end: '2027-01-20 18:00',
    // The quarter's period fell due in between: nobody's debt. Seven working days were left, and are again.
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-09 10:00 暂缓至2027年1月11日',
      '科技(四) completion: d7 12-09 09:15 sent; d3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15 withdrawn 12-09 10:00 暂缓至2027年1月11日; d7#2 2027-01-11 09:15, d3#2 2027-01-15 09:15, d1#2 2027-01-19 09:15, d0#2 2027-01-20 09:15 sent',
    ],
    events: [
      '11-23 10:00 科技联络员 receiptGiven 科技(四)',
      '12-09 10:00 协调员 taskPaused (四) parts={dueOn=2027-01-20 partId=科技(四) remainingWorkingDays=7} reason=等待上级批复后再办 until=2027-01-11',
      '2027-01-11 00:00 系统 taskResumed (四) parts={dueOn=2027-01-20 partId=科技(四) remainingWorkingDays=7} until=2027-01-11',
    ],
  },
];

playGroup(stories);
