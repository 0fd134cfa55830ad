import type { PlanTask } from '../../domain/plan/types.ts';
import { task } from '../plans/entries.ts';
import { dayAt, monthAt } from './dates.ts';

export const DEMO_SECTIONS = [
  '健全工作机制',
  '提升创造和运用效益',
  '强化规划引领和协同保护',
  '夯实人才和文化基础',
] as const;

/**
 * Sixteen tasks. (六) and (十一) have two leads, those of (十一) not subordinate; (十六) names no unit, so
 * the office must assign it; (八) and (十四) are key tasks and report monthly.
 */
export function demoTasks(startMonth: string): PlanTask[] {
  const [mechanism, benefit, protection, foundation] = DEMO_SECTIONS;
  const on = (offset: number, day: number) => dayAt(startMonth, offset, day);
  return [
    task('(一)', mechanism, '加强组织领导', {
      leadUnits: ['市知识产权局'],
      responsibleUnits: ['市财政局', '各县'],
      due: on(6, 25),
    }),
    task('(二)', mechanism, '健全工作体系', {
      leadUnits: ['市知识产权局'],
      responsibleUnits: ['市财政局', '市科技局', '各县'],
      due: on(5, 27),
    }),
    task('(三)', mechanism, '制定年度推进计划', {
      leadUnits: ['市知识产权局'],
      responsibleUnits: ['市科技局', '市工信局'],
      due: on(5, 25),
    }),
    task('(四)', benefit, '提高专利创造质量', {
      leadUnits: ['市科技局'],
      responsibleUnits: ['市知识产权局', '市工信局', '市教育局'],
      due: on(12, 30),
    }),
    task('(五)', benefit, '培育示范优势企业', {
      leadUnits: ['市工信局'],
      responsibleUnits: ['市知识产权局', '市科技局', '各县'],
      due: on(12, 30),
    }),
    task('(六)', benefit, '推进专利转化运用', {
      leadUnits: ['市知识产权局', '市科技局'],
      responsibleUnits: ['市工信局', '市教育局'],
      due: on(18, 31),
    }),
    task('(七)', benefit, '扩大质押融资', {
      leadUnits: ['市财政局'],
      responsibleUnits: ['市知识产权局', '市科技局'],
      due: on(18, 31),
    }),
    task('(八)', protection, '开展联合执法行动', {
      leadUnits: ['市知识产权局'],
      responsibleUnits: ['市公安局', '市法院', '市检察院', '东城县', '西山县', '临江县'],
      due: on(6, 31),
      key: true,
    }),
    task('(九)', protection, '研究制定战略与规划', {
      leadUnits: ['市科技局'],
      responsibleUnits: ['市知识产权局', '市工信局'],
      due: on(5, 30),
    }),
    task('(十)', protection, '建设保护工作站', {
      leadUnits: ['市知识产权局'],
      responsibleUnits: ['东城县', '西山县', '临江县'],
      due: on(6, 31),
    }),
    task('(十一)', protection, '加强司法保护', {
      leadUnits: ['市法院', '市检察院'],
      responsibleUnits: ['市知识产权局', '市公安局'],
    }),
    task('(十二)', protection, '完善维权援助机制', {
      leadUnits: ['市知识产权局'],
      responsibleUnits: ['市法院', '东城县', '西山县', '临江县'],
      due: on(18, 31),
    }),
    task('(十三)', protection, '加强地理标志保护和运用', {
      leadUnits: ['市农业农村局'],
      responsibleUnits: ['市知识产权局', '东城县', '西山县', '临江县'],
    }),
    task('(十四)', foundation, '推进校园普及教育', {
      leadUnits: ['市教育局'],
      responsibleUnits: ['市知识产权局'],
      due: on(6, 31),
      key: true,
    }),
    task('(十五)', foundation, '加强人才培训', {
      leadUnits: ['市知识产权局'],
      responsibleUnits: ['市科技局', '市教育局'],
      due: on(6, 20),
    }),
    task('(十六)', foundation, '开展宣传周活动', { due: publicityWeekEnd(startMonth) }),
  ];
}

/** A yearly fixture keeps its month and day whatever the plan's start: the first 26 April well inside the plan. */
function publicityWeekEnd(startMonth: string): string {
  const earliest = monthAt(startMonth, 7);
  const year = Number(earliest.slice(0, 4)) + (earliest.slice(5) > '04' ? 1 : 0);
  return `${year}-04-26`;
}
