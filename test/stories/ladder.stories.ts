import { draftNotice } from '../../bot/desk/notices/draft-notice.ts';
import { releaseNotice } from '../../bot/desk/notices/settle-notice.ts';
import { nudge } from '../../bot/desk/nudge.ts';
import { RefusedError } from '../../domain/refusals.ts';
import type { Act } from './act.ts';
import { lights, newest, officeList } from './look.ts';
import { office, taskId } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { quarterly, signed, SIGNED, SIGNED_EVENT } from './quarterly.ts';
import { releases } from './request-acts.ts';
import { at, type Story } from './story.ts';
import { fills } from './unit-acts.ts';

const HELD = 'p1:report:2026Q4:1';
const drafts: Act = office('draft a notice', async (desk, actor, stage) =>
  draftNotice(desk, actor, { taskId: await taskId(stage, '(四)'), unit: '市科技局', kind: 'red' }),
);
const releasesCircular: Act = office('release the circular', async (desk, actor, { world, planId }) => {
  const { id } = await world.h.prisma.notice.findFirstOrThrow({ where: { planId, kind: 'circular' } });
  return releaseNotice(desk, actor, { id });
});
/** All begin before any has ended; what each was told, with how often. */
const tenNudges: Act = office('ten nudges', async (desk, actor, stage) => {
  const asked = { taskId: await taskId(stage, '(四)'), unit: '市科技局' };
  const said = await Promise.all(
    Array.from({ length: 10 }, () =>
      nudge(desk, actor, asked).then(
        ({ summary }) => summary,
        (error: unknown) => (error instanceof RefusedError ? error.message : Promise.reject(error)),
      ),
    ),
  );
  const counts = Map.groupBy(said, (text) => text);
  return {
    summary: [...counts]
      .map(([text, all]) => `${all.length}×${text}`)
      .toSorted()
      .join(' '),
  };
});
const answers = fills('科技联络员', [{ part: '科技(四)', progress: 30 }]);

const TO_O3 = 'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15';

/** Rung by rung, with nobody answering. */
const stories: Story[] = [
  {
    name: 'nobody answers: liaison, section head, the supervisor when the office releases it, a draft circular, and the answer ends all',
    ...quarterly,
    steps: [
      signed,
      at('2027-01-04 10:05', officeList, 'escalation 科技(四)'),
      at('2027-01-04 10:10', newest('科技分管'), '(无)'),
      at(
        '2027-01-04 11:00',
        releases('(四)', '市科技局'),
        '已核定,将提示分管负责同志:市科技局,1月4日(星期一)14:30发出',
      ),
      at(
        '2027-01-04 11:01',
        releases('(四)', '市科技局', HELD),
        'ESCALATION_SETTLED 该提级提示已经核定、不再提示或因时限调整而撤销,未作改动。请刷新待办查看。',
      ),
      at('2027-01-04 14:00', newest('科技分管'), '(无)'),
      at(
        '2027-01-04 15:00',
        newest('科技分管'),
        '【逾期提示】',
        '第(四)项进展报送时限为2026年12月25日17:30,已逾期5个工作日,尚未收到办理情况。',
        '请督促承办同志报送进展或说明原因。',
        '所涉年度的放假安排尚未公布,工作日为暂定。',
        '〔立即填报〕〔说明原因〕〔提请协调〕',
      ),
      at('2027-01-11 10:00', officeList, 'circular 科技(四)'),
      at('2027-01-11 10:01', drafts, '已拟红色督办单草稿:市科技局'),
      at('2027-01-12 10:00', answers),
      at(
        '2027-01-12 10:01',
        releasesCircular,
        'NOTICE_ANSWERED 该事项已经报送,通报不再核发。草稿可以注明理由后不予印发。',
      ),
      at('2027-01-12 10:02', lights, '科技(四) yellow 曾逾期,补报后待一次达到序时的报送。'),
    ],
    end: '2027-01-27 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 sent 2027-01-04 14:30; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15 sent circular-draft; w2 2027-01-11 09:15 sent; w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 2027-01-12 10:00 已报送',
    ],
    events: [
      SIGNED_EVENT,
      '2027-01-04 11:00 协调员 escalationReleased 科技(四) cycle=2026Q4 duty=report heldSince=2027-01-04 10:00 rung=o5 sendFrom=2027-01-04 14:30',
      '2027-01-04 11:01 协调员 refused (四) act=release-escalation code=ESCALATION_SETTLED',
      '2027-01-11 10:01 协调员 noticeDrafted 科技(四) notice=red unit=市科技局',
      '2027-01-12 10:00 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4 late',
      '2027-01-12 10:01 协调员 refused act=notice code=NOTICE_ANSWERED details={kind=通报 standing=报送}',
    ],
  },
  {
    name: 'unreleased it stays held and visible, while the Mondays go on',
    ...quarterly,
    steps: [signed, at('2027-01-13 10:00', officeList, 'escalation 科技(四)', 'circular 科技(四)')],
    end: '2027-01-13 18:00',
    prompts: [
      SIGNED,
      `科技(四) report 2026Q4: ${TO_O3} sent; o5→分管 2027-01-04 10:00 held; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15 sent circular-draft; w2 2027-01-11 09:15 sent`,
    ],
    events: [SIGNED_EVENT],
  },
  {
    name: 'a unit without a supervisor: the rung is skipped, and the list says it once',
    ...quarterly,
    contacts: ['市科技局·联络员', '市科技局·科长'],
    steps: [
      signed,
      at('2027-01-04 10:30', officeList, 'no-rank 科技'),
      at(
        '2027-01-04 10:31',
        releases('(四)', '市科技局'),
        'ESCALATION_NONE “市科技局”在此项任务上没有待核定的提级提示。请在待办中查看。',
      ),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 skipped no-rank; w1 2027-01-04 10:00 sent',
    ],
    events: [SIGNED_EVENT, '2027-01-04 10:31 协调员 refused act=escalate code=ESCALATION_NONE details={unit=市科技局}'],
  },
  {
    name: 'of ten presses of 催办 at once one counts, and the others are told when the next may be',
    ...quarterly,
    steps: [
      signed,
      at(
        '12-28 10:00',
        tenNudges,
        '1×已催办市科技局 9×该项任务3个工作日内已经向该单位催办过,12月31日09:00之后方可再次催办。',
      ),
      at('12-28 10:30', answers),
    ],
    end: '12-29 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, nudge-1 12-28 10:00 sent; o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 12-28 10:30 已报送',
    ],
    events: [
      SIGNED_EVENT,
      '12-28 10:00 协调员 nudged 科技(四) cycle=2026Q4 duty=report n=1',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:00 协调员 refused (四) act=nudge code=NUDGE_TOO_SOON details={days=3 until=12-31 09:00}',
      '12-28 10:30 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4 late',
    ],
  },
];

playGroup(stories);
