import type { BoardRow, ChainedEvent, StoryEntry, TaskStory, Today } from '../../api.ts';
import { people, PLAN_ID, units } from './fixture.ts';

const LONG_WORDS =
  '前期联合市检察院、各县开展集中检查2次,检查经营主体41家,立案3起,其中商标侵权2起、假冒专利1起,案值合计约18.6万元;因部分案件需外地协查,证据材料尚未收齐,拟于下周二前补报佐证材料,如仍有困难再行报告。';

function storyOf(row: BoardRow, extra: StoryEntry[]): StoryEntry[] {
  const base = { unit: '市公安局', eventSeq: null, inboxId: null, words: null, outcome: null };
  return [
    {
      ...base,
      id: 's1',
      at: '2026-07-01T01:15:00.000Z',
      kind: 'message',
      text: `发出【任务签收】${row.no}${row.title}`,
      actor: '示例市试点办',
      via: 'scripted',
      outcome: '已发',
    },
    {
      ...base,
      id: 's2',
      at: '2026-07-02T02:30:00.000Z',
      kind: 'reply',
      text: '签收任务。',
      actor: '李某',
      via: 'scripted',
      eventSeq: 4,
      inboxId: 'i1',
      outcome: '已登记',
    },
    {
      ...base,
      id: 's3',
      at: '2026-09-25T07:20:00.000Z',
      kind: 'reply',
      text: '报送第三季度进展,登记进度60%。',
      actor: '李某',
      via: 'scripted',
      words: LONG_WORDS,
      eventSeq: 9,
      inboxId: 'i2',
      outcome: '已登记',
    },
    {
      ...base,
      id: 'message-m1',
      at: '2026-11-19T01:15:00.000Z',
      kind: 'message',
      text: '发出【逾期提示】第(八)项进展报送',
      actor: '示例市试点办',
      via: 'scripted',
      outcome: '已发',
    },
    {
      ...base,
      id: 's5',
      at: '2026-11-19T01:15:01.000Z',
      kind: 'event',
      text: '进展报送逾期,状态转为逾期。',
      actor: '系统',
      via: 'system',
      eventSeq: 12,
    },
    ...extra,
  ];
}

const SLOTS: [
  string,
  string,
  TaskStory['slots'][number]['rung'],
  string,
  string,
  TaskStory['slots'][number]['outcome'],
  string | null,
][] = [
  ['2026-11-13T01:15:00.000Z', '市公安局', 'd3', '到期前3个工作日', '到期日11月18日,向前数3个工作日', 'sent', null],
  ['2026-11-18T01:15:00.000Z', '市公安局', 'd0', '到期当日', '到期当日09:15', 'merged', '并入当日汇总消息'],
  ['2026-11-19T01:15:00.000Z', '市公安局', 'o1', '逾期1个工作日', '逾期后第1个工作日,联络员', 'sent', null],
  ['2026-11-23T01:15:00.000Z', '市公安局', 'o3', '逾期3个工作日', '逾期后第3个工作日,科长', 'sent', null],
  [
    '2026-11-23T01:15:00.000Z',
    '市检察院',
    'o3',
    '逾期3个工作日',
    '不相隶属,联络员以上不发',
    'skipped',
    '不相隶属单位由办公室联系',
  ],
  [
    '2026-11-18T01:15:00.000Z',
    '临江县',
    'd0',
    '到期当日',
    '到期当日09:15',
    'undeliverable',
    '尚未登记联络员,已列入办公室待办',
  ],
  ['2026-11-25T01:15:00.000Z', '市公安局', 'o5', '逾期5个工作日', '逾期后第5个工作日,须办公室放行', 'planned', null],
  ['2027-03-22T01:15:00.000Z', '市公安局', 'd3', '到期前3个工作日', '2027年日历未公布,暂按周一至周五', 'planned', null],
];

export function taskStory(row: BoardRow, extra: StoryEntry[]): TaskStory {
  const nameOf = (unitId: string) => units.find(({ id }) => id === unitId)?.name ?? unitId;
  return {
    taskId: row.taskId,
    planId: PLAN_ID,
    no: row.no,
    section: row.section,
    title: row.title,
    paused: null,
    dueOn: row.dueOn,
    printedDue: '2026年11月',
    status: 'open',
    light: row.light,
    why: row.why,
    parts: row.cells.map((cell, index) => ({
      partId: cell.partId,
      unitId: cell.unitId,
      unit: nameOf(cell.unitId),
      role: cell.role,
      assumedLead: row.taskId === 't10' && index === 0,
      light: cell.light,
      why: cell.why,
      progress: cell.light === 'grey' ? null : cell.light === 'red' ? 60 : 85,
      lastWords: cell.light === 'grey' ? null : '检查41家,立案3起',
      receiptAt: '2026-07-02T02:30:00.000Z',
      completion: row.taskId === 't14' && cell.partId === '教育' ? 'claimed' : 'open',
      duties: [
        {
          kind: 'report',
          cycle: '2026Q4',
          label: '第四季度进展报送',
          dueOn: '2026-11-18',
          filedAt: cell.light === 'red' ? null : '2026-11-17T03:00:00.000Z',
          late: cell.light === 'red',
        },
        {
          kind: 'completion',
          cycle: 'once',
          label: '办结',
          dueOn: row.dueOn ?? '2026-12-31',
          filedAt: null,
          late: false,
        },
      ],
      contacts: (people.units.find(({ id }) => id === cell.unitId)?.contacts ?? []).map(({ name, rank, channels }) => ({
        name,
        rank,
        channel: channels[0] ?? null,
      })),
      dispute: null,
      held: 0,
      canNudge: cell.light === 'red',
    })),
    story: storyOf(row, extra),
    rollUp: null,
    parent: null,
    subItems: { rows: [], text: null, mayAdd: row.taskId === 't11' },
    shared: [],
    slots: SLOTS.map(([at, unit, rung, rungLabel, ruleLabel, outcome, reason]) => ({
      at,
      unit,
      duty: 'report',
      cycle: '2026Q4',
      rung,
      rungLabel,
      rule: rung,
      ruleLabel,
      outcome,
      reason,
      deliveryId: rung === 'o1' ? 'm1' : null,
      provisional: at.startsWith('2027'),
    })),
  };
}

export function chainOf(taskId: string): ChainedEvent[] {
  return [4, 9, 12, 13].map((seq) => ({
    entityId: taskId,
    seq,
    kind: seq === 12 ? 'turned-red' : 'reply-recorded',
    actor: { id: 'p-公安', name: '李某' },
    via: 'scripted',
    planAt: '2026-11-19T01:15:00.000Z',
    recordedAt: '2026-11-19T01:15:01.000Z',
    inboxItemId: null,
    body: { progress: 60, partId: '公安' },
    hash: `${'3f9a1c77be02'.repeat(5)}${seq}`,
    prevHash: `${'77be023f9a1c'.repeat(5)}${seq - 1}`,
  }));
}

export const phases: Today['phases'] = [
  {
    kind: 'deployment',
    name: '部署',
    start: '2026-06-01',
    end: '2026-06-30',
    status: 'done',
    note: '16/16 签收',
    elapsed: 1,
    proposed: false,
  },
  {
    kind: 'implementation',
    name: '实施',
    start: '2026-07-01',
    end: '2028-06-30',
    status: 'current',
    note: '第146天',
    elapsed: 0.2,
    proposed: false,
  },
  {
    kind: 'inspection',
    name: '迎检',
    start: '2028-06-01',
    end: '2028-07-31',
    status: 'next',
    note: '',
    elapsed: 0,
    proposed: false,
  },
];
