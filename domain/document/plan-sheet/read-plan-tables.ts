import {
  PHASE_KINDS,
  UNIT_KINDS,
  UNIT_RELATIONS,
  type PlanFacts,
  type PlanTarget,
  type PlanTask,
} from '../../plan/types.ts';
import type { Anchors, Reading, SourceDocument, Span } from '../types.ts';
import { listParts } from '../units/split-names.ts';
import { OBLIGATIONS, SHEET_FORMAT, TASK_HEADS } from './plan-tables.ts';

/** A row by its head cells. */
type Row = (head: string) => string;

interface SheetRow {
  get: Row;
  at: (head: string) => Span | null;
}

/** A workbook that `planTables` laid out → the same facts; null for any other. */
export function readPlanTables({ text, blocks }: SourceDocument): Reading | null {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
  const of = (...heads: string[]): SheetRow[] => rowsUnder(text, tables, heads);
  const head = new Map(of('项目', '内容').map(({ get }) => [get('项目'), get('内容')]));
  if (head.get('格式') !== SHEET_FORMAT) return null;
  const stated = (name: string): string | null => head.get(name) || null;
  const tasks = of(...TASK_HEADS).filter(({ get }) => get('任务') !== '');
  const plan: PlanFacts = {
    title: stated('标题') ?? '',
    docNumber: stated('文号'),
    issuedOn: stated('印发日期'),
    issuer: stated('印发机关'),
    place: stated('地区'),
    period: { start: stated('起'), end: stated('止') },
    phases: grouped(of('阶段', '主要事项'), ['阶段', '种类', '开始', '结束', '建议']).map(([get, rows]) => ({
      name: get('阶段'),
      kind: oneOf(PHASE_KINDS, get('种类'), 'implementation'),
      start: get('开始') || null,
      end: get('结束') || null,
      duties: rows.map((row) => row('主要事项')).filter(Boolean),
      ...(get('建议') ? { proposed: true } : {}),
    })),
    tasks: tasks.map(({ get }) => taskOf(get)),
    targets: of('目标', '比较').map(({ get }) => targetOf(get)),
    bodies: grouped(of('机构', '职责'), ['机构', '性质']).map(([get, rows]) => ({
      name: get('机构'),
      kind: get('性质'),
      duties: rows.map((row) => row('职责')).filter(Boolean),
    })),
    recurring: of('事项', '周期').map(({ get }) => ({
      what: get('事项'),
      every: get('周期'),
      who: get('单位') || null,
    })),
    safeguards: of('措施', '要点').map(({ get }) => ({ title: get('措施'), gist: get('要点') })),
    office: { name: stated('办公室') ?? '领导小组办公室', host: stated('办公室所在单位') },
    units: of('单位', '简称', '隶属').map(({ get }) => ({
      name: get('单位'),
      short: get('简称'),
      aliases: names(get('别名')),
      kind: oneOf(UNIT_KINDS, get('种类'), 'department'),
      relation: oneOf(UNIT_RELATIONS, get('隶属'), 'subordinate'),
      // A group's members are known or still to be entered; no other unit has any.
      ...(get('种类') === 'group' || get('成员') ? { members: names(get('成员')) } : {}),
    })),
    contacts: [],
  };
  return { kind: 'plan', plan, anchors: anchorsOf(tasks), questions: [], notes: [] };
}

const FIELDS: [head: string, field: string][] = [
  ['序号', 'no'],
  ['板块', 'section'],
  ['任务', 'title'],
  ['牵头单位', 'leadUnits'],
  ['责任单位', 'responsibleUnits'],
  ['配合单位', 'otherUnits'],
  ['完成时限', 'due'],
];

function anchorsOf(tasks: readonly SheetRow[]): Anchors {
  const anchors: Anchors = {};
  tasks.forEach(({ at }, index) => {
    for (const [head, field] of FIELDS) {
      const span = at(head);
      if (span && span.end > span.start) anchors[`/tasks/${index}/${field}`] = span;
    }
  });
  return anchors;
}

function taskOf(get: Row): PlanTask {
  const obligation = Object.entries(OBLIGATIONS).find(([, word]) => word === get('任务类型'))?.[0];
  return {
    no: get('序号') || null,
    section: get('板块') || null,
    title: get('任务'),
    leadUnits: names(get('牵头单位')),
    responsibleUnits: names(get('责任单位')),
    otherUnits: names(get('配合单位')),
    obligation: obligation === 'mandatory' || obligation === 'optional' ? obligation : null,
    ...(get('完成时限') ? { due: get('完成时限') } : {}),
    ...(get('重点') ? { key: true } : {}),
  };
}

const COMPARATORS = ['>=', '>', '=', '<=', '<', 'range', 'increase'] as const;
const SCOPES = ['period', 'cumulative', 'year'] as const;

const targetOf = (get: Row): PlanTarget => ({
  name: get('目标'),
  comparator: COMPARATORS.find((one) => one === get('比较')) ?? null,
  value: number(get('数值')),
  max: number(get('上限')),
  unit: get('单位') || null,
  baseline: get('基数') || null,
  per: get('周期') || null,
  by: get('截止') || null,
  scope: SCOPES.find((one) => one === get('口径')) ?? null,
});

const number = (text: string): number | null => (text === '' || !Number.isFinite(Number(text)) ? null : Number(text));

const names = (text: string): string[] => listParts(text, /[、]/).map(({ start, end }) => text.slice(start, end));

const oneOf = <T extends string>(values: readonly T[], text: string, other: T): T =>
  values.find((value) => value === text) ?? other;

/** Rows of the table whose head has all these cells, in any order. */
function rowsUnder(text: string, tables: readonly Span[][][], heads: readonly string[]): SheetRow[] {
  const cut = ({ start, end }: Span): string => text.slice(start, end);
  for (const rows of tables) {
    const headAt = rows.slice(0, 3).findIndex((row) => heads.every((head) => row.some((cell) => cut(cell) === head)));
    if (headAt < 0) continue;
    const columns = new Map(rows[headAt]?.map((cell, at) => [cut(cell), at]));
    return rows.slice(headAt + 1).map((row) => {
      const at = (head: string): Span | null => row[columns.get(head) ?? -1] ?? null;
      return { at, get: (head) => cut(at(head) ?? { start: 0, end: 0 }) };
    });
  }
  return [];
}

/** Rows that follow one another and agree in these cells are one record. */
function grouped(rows: readonly SheetRow[], heads: readonly string[]): [Row, Row[]][] {
  const records: [Row, Row[]][] = [];
  for (const { get } of rows) {
    const last = records.at(-1);
    if (last && heads.every((head) => last[0](head) === get(head))) last[1].push(get);
    else records.push([get, [get]]);
  }
  return records;
}
