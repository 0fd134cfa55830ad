import type { SupervisedState } from '../../domain/supervision/types.ts';
import type { Prisma } from '../../prisma/client.ts';
import type { Act } from './act.ts';
import { lights, officeList } from './look.ts';
import { office, taskId } from './office-acts.ts';
import { playGroup } from './play-group.ts';
import { quarterly, signed, SIGNED, SIGNED_EVENT } from './quarterly.ts';
import { at, type Story } from './story.ts';
import { fills } from './unit-acts.ts';

/** The task as rule version 1 left it, without rungs for the supervisor, begins a run of its own under this version. */
const beginsFromVersion1 = (no: string): Act =>
  office(`${no} of rule version 1 begins a run`, async (_desk, _actor, stage) => {
    const { h } = stage.world;
    const entityId = `task/${await taskId(stage, no)}`;
    const row = await h.prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
    const now = row.state as unknown as SupervisedState;
    const old: SupervisedState = {
      ...now,
      generation: row.generation + 1,
      ruleVersion: 1,
      slots: now.slots.filter(({ rung }) => rung !== 'o5' && rung !== 'o10'),
    };
    await h.prisma.checkpoint.update({
      where: { entityId },
      data: { generation: old.generation, state: old as unknown as Prisma.InputJsonValue },
    });
    await h.entities.terminate(entityId, 'a newer version is installed');
    await h.entities.start(old, true);
    return { summary: `无提级时点:${now.slots.length - old.slots.length}个` };
  });

const stories: Story[] = [
  {
    name: 'a task of an older rule version has the newer rungs once its run begins anew, and what was sent is not sent again',
    ...quarterly,
    steps: [
      signed,
      at('12-22 10:00', beginsFromVersion1('(四)'), '无提级时点:4个'),
      at('2027-01-04 10:30', officeList, 'escalation 科技(四)'),
      at('2027-01-04 10:31', lights, '科技(四) red 已逾期5个工作日,尚未报送。'),
      at(
        '2027-01-05 10:00',
        fills('科技联络员', [{ part: '科技(四)', progress: 30 }]),
        '【已登记】第(四)项"提高专利创造质量" 进度0%→30%。',
      ),
    ],
    end: '2027-01-05 18:00',
    prompts: [
      SIGNED,
      '科技(四) report 2026Q4: d3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15 sent; o5→分管 2027-01-04 10:00 withdrawn 2027-01-05 10:00 已报送; w1 2027-01-04 10:00 sent; o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15 withdrawn 2027-01-05 10:00 已报送',
    ],
    events: [SIGNED_EVENT, '2027-01-05 10:00 科技联络员 reportFiled 科技(四) after=30 filed=report/2026Q4 late'],
  },
];

playGroup(stories);
