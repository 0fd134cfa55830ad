import type { BoardRow, Cell, Decision, Light, People, Today } from '../../api.ts';

/** 示例市 as the drawing shows it, on 23 November 2026 at 10:12: deterministic, for layout tests and `vite dev`. */
export const NOW = '2026-11-23T02:12:00.000Z';
export const PLAN_ID = 'demo';

const UNIT_LIST: [string, string, 'department' | 'county', string][] = [
  ['市知识产权局', '知产', 'department', '王某甲'],
  ['市财政局', '财政', 'department', '赵某文'],
  ['市科技局', '科技', 'department', '周某宁'],
  ['市工信局', '工信', 'department', '张某明'],
  ['市教育局', '教育', 'department', '朱某芳'],
  ['市公安局', '公安', 'department', '李某'],
  ['市法院', '法院', 'department', '冯某'],
  ['市检察院', '检察', 'department', '蒋某'],
  ['市农业农村局', '农业', 'department', '沈某青'],
  ['东城县', '东城', 'county', '严某东'],
  ['西山县', '西山', 'county', '陶某西'],
  ['临江县', '临江', 'county', ''],
];

export const units: Today['units'] = UNIT_LIST.map(([name, short, kind]) => ({ id: `u-${short}`, name, short, kind }));

export const people: People = {
  office: [
    { personId: 'p-协调', name: '徐某办', roles: ['coordinator'], channels: ['slack'], accounts: [] },
    { personId: 'p-领导', name: '梁某组', roles: ['leader'], channels: [], accounts: [] },
  ],
  units: UNIT_LIST.map(([name, short, kind, contact]) => ({
    id: `u-${short}`,
    name,
    short,
    kind,
    relation: short === '法院' || short === '检察' ? 'independent' : 'subordinate',
    mergedInto: null,
    contacts:
      contact === ''
        ? []
        : [
            {
              personId: `p-${short}`,
              name: contact,
              rank: 'liaison',
              channels: short === '农业' ? [] : ['scripted'],
              accounts:
                short === '农业'
                  ? []
                  : [
                      {
                        channel: 'telegram',
                        name: '联络员 @lianluo',
                        boundAt: '2026-11-02T01:10:00.000Z',
                        lastUsedAt: '2026-11-20T02:12:00.000Z',
                        failed: short === '教育' ? '本人已停用机器人' : null,
                      },
                    ],
              away: null,
            },
            ...(short === '公安'
              ? [
                  {
                    personId: 'p-公安-科',
                    name: '吕某科',
                    rank: 'section-head' as const,
                    channels: ['scripted'],
                    accounts: [],
                    away: null,
                  },
                  {
                    personId: 'p-公安-分',
                    name: '施某分',
                    rank: 'supervisor' as const,
                    channels: [],
                    accounts: [],
                    away: null,
                  },
                ]
              : []),
          ],
  })),
};

const LIGHTS: Record<string, Light> = { r: 'red', y: 'yellow', b: 'blue', g: 'green', x: 'grey' };
const LABELS: Record<Light, string> = { red: '逾期', yellow: '滞后', blue: '临期', green: '正常', grey: '未启动' };
const WHY: Record<Light, string> = {
  red: '进展报送时限为11月18日17:30,逾期3个工作日',
  yellow: '进度低于序时进度的90%,滞后',
  blue: '距时限不足7个工作日,临期',
  green: '按期报送,正常',
  grey: '未到启动时间,未启动',
};

/** Number, section, title, due day, cells: capital = lead, small = responsible. */
const ROWS: [string, string, string, string, string][] = [
  ['(一)', '健全工作机制', '加强组织领导', '2026-12-25', '知产G 财政g 东城g 西山g 临江g'],
  ['(二)', '健全工作机制', '健全工作体系', '2026-12-31', '知产B 财政g 科技g 东城g 西山g 临江g'],
  ['(三)', '健全工作机制', '制定年度推进计划', '2026-11-25', '知产B 科技g 工信b'],
  ['(四)', '提升创造和运用效益', '提高专利创造质量', '2027-06-30', '知产g 科技G 工信g 教育g'],
  ['(五)', '提升创造和运用效益', '培育示范优势企业', '2027-06-30', '知产g 科技g 工信Y 东城g 西山g 临江g'],
  ['(六)', '提升创造和运用效益', '推进专利转化运用', '2026-12-31', '知产G 科技G 工信g 教育g'],
  ['(七)', '提升创造和运用效益', '扩大质押融资规模', '2026-12-31', '知产g 财政G 科技g'],
  ['(八)', '加强全链条保护', '开展联合执法行动', '2026-11-18', '知产R 公安r 法院g 检察r 东城r 西山g 临江r'],
  ['(九)', '加强全链条保护', '研究制定战略与规划', '2026-11-30', '知产g 科技B 工信g'],
  ['(十)', '加强全链条保护', '建设保护工作站', '2026-12-31', '知产Y 东城g 西山g 临江g'],
  ['(十一)', '加强全链条保护', '加强司法保护', '2027-06-30', '知产g 公安g 法院G 检察G'],
  ['(十二)', '加强全链条保护', '完善维权援助机制', '2026-12-31', '知产G 法院g 东城g 西山g 临江g'],
  ['(十三)', '夯实人才和文化基础', '发展地理标志产业', '2027-06-30', '知产g 农业G 东城g 西山g 临江g'],
  ['(十四)', '夯实人才和文化基础', '推进学校教育', '2026-12-31', '知产g 教育G'],
  ['(十五)', '夯实人才和文化基础', '加强人才培训', '2026-12-20', '知产G 科技g 教育g'],
  ['(十六)', '夯实人才和文化基础', '开展宣传周活动', '2027-04-26', '知产X 教育x 东城x 西山x 临江x'],
];

const ORDER: Light[] = ['red', 'yellow', 'blue', 'green', 'grey'];

function cellOf(taskId: string, text: string): Cell {
  const short = text.slice(0, -1);
  const code = text.slice(-1);
  const light = LIGHTS[code.toLowerCase()] ?? 'grey';
  return {
    unitId: `u-${short}`,
    partId: short,
    role: code === code.toUpperCase() ? 'lead' : 'responsible',
    light,
    why: WHY[light],
    unconfirmed: taskId === 't11' && short === '公安',
  };
}

export function freshBoard(): BoardRow[] {
  return ROWS.map(([no, section, title, dueOn, text], index) => {
    const taskId = `t${index + 1}`;
    const cells = text.split(' ').map((part) => cellOf(taskId, part));
    const light = ORDER.find((each) => cells.some((cell) => cell.light === each)) ?? 'grey';
    return { taskId, no, section, title, dueOn, light, why: WHY[light], label: LABELS[light], cells, parentId: null };
  });
}

export function freshDecisions(): Decision[] {
  return [
    {
      id: 'd1',
      kind: 'completion',
      label: '办结',
      text: '市教育局 (十四)推进学校教育 申请办结,分管负责同志已审签',
      taskId: 't14',
      partId: '教育',
      unitId: 'u-教育',
      since: '2026-11-20T03:00:00.000Z',
      actions: ['accept', 'return', 'open'],
    },
    {
      id: 'd2',
      kind: 'unassigned',
      label: '待指定',
      text: '(十六)开展宣传周活动 未列单位,请指定牵头单位',
      taskId: 't16',
      partId: null,
      unitId: null,
      since: '2026-07-01T01:00:00.000Z',
      actions: ['assign', 'open'],
    },
    {
      id: 'd3',
      kind: 'undeliverable',
      label: '无法送达',
      text: '临江县 尚未登记联络员,5条提示待发',
      taskId: null,
      partId: null,
      unitId: 'u-临江',
      since: '2026-11-18T09:30:00.000Z',
      actions: ['bind'],
    },
    {
      id: 'd4',
      kind: 'office-call',
      label: '电话',
      text: '市检察院 (八)开展联合执法行动 逾期3个工作日,与本级不相隶属,请电话商请',
      taskId: 't8',
      partId: '检察',
      unitId: 'u-检察',
      since: '2026-11-19T01:15:00.000Z',
      actions: ['done', 'open'],
    },
  ];
}
