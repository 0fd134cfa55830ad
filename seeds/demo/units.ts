import type { PlanContact, PlanUnit } from '../../domain/plan/types.ts';
import { county, department, group, independent } from '../plans/entries.ts';

export const DEMO_COUNTIES = ['东城县', '西山县', '临江县'];

/** Twelve units in the order of the board's columns, and the group that stands for the counties. */
export const demoUnits: PlanUnit[] = [
  department('市知识产权局', '知产', '知识产权局', '市知产局'),
  department('市财政局', '财政', '财政局'),
  department('市科技局', '科技', '科技局', '市科学技术局'),
  department('市工信局', '工信', '工信局', '市工业和信息化局'),
  department('市教育局', '教育', '教育局'),
  department('市公安局', '公安', '公安局'),
  independent('市法院', '法院', '市中级人民法院'),
  independent('市检察院', '检察', '市人民检察院'),
  department('市农业农村局', '农业', '市农业局', '农业农村局'),
  county('东城县', '东城', '东城县人民政府'),
  county('西山县', '西山', '西山县人民政府'),
  county('临江县', '临江', '临江县人民政府'),
  group('各县', '各县', ['各县人民政府', '三县'], DEMO_COUNTIES),
];

const STEERING_TASKS = ['(一)', '(二)', '(三)', '(四)', '(五)', '(六)', '(七)'];
const PROTECTION_TASKS = ['(八)', '(九)', '(十)', '(十一)', '(十二)', '(十三)', '(十四)', '(十五)', '(十六)'];

/**
 * Invented people, recognisable as such by their names. The courts and the procuratorate have liaisons
 * only: nothing is sent above them. 市知识产权局 is in every task, so two liaisons share it by task.
 */
export const demoContacts: PlanContact[] = [
  { name: '王某甲', unit: '市知识产权局', rank: 'liaison', tasks: STEERING_TASKS },
  { name: '陈某乙', unit: '市知识产权局', rank: 'liaison', tasks: PROTECTION_TASKS },
  { name: '林某科', unit: '市知识产权局', rank: 'section-head' },
  { name: '何某分', unit: '市知识产权局', rank: 'supervisor' },
  { name: '赵某文', unit: '市财政局', rank: 'liaison' },
  { name: '钱某科', unit: '市财政局', rank: 'section-head' },
  { name: '孙某分', unit: '市财政局', rank: 'supervisor' },
  { name: '周某宁', unit: '市科技局', rank: 'liaison' },
  { name: '吴某科', unit: '市科技局', rank: 'section-head' },
  { name: '郑某分', unit: '市科技局', rank: 'supervisor' },
  { name: '张某明', unit: '市工信局', rank: 'liaison' },
  { name: '韩某科', unit: '市工信局', rank: 'section-head' },
  { name: '杨某分', unit: '市工信局', rank: 'supervisor' },
  { name: '朱某芳', unit: '市教育局', rank: 'liaison' },
  { name: '秦某科', unit: '市教育局', rank: 'section-head' },
  { name: '许某分', unit: '市教育局', rank: 'supervisor' },
  { name: '李某', unit: '市公安局', rank: 'liaison' },
  { name: '吕某科', unit: '市公安局', rank: 'section-head' },
  { name: '施某分', unit: '市公安局', rank: 'supervisor' },
  { name: '冯某', unit: '市法院', rank: 'liaison' },
  { name: '蒋某', unit: '市检察院', rank: 'liaison' },
  { name: '沈某青', unit: '市农业农村局', rank: 'liaison' },
  { name: '曹某科', unit: '市农业农村局', rank: 'section-head' },
  { name: '严某东', unit: '东城县', rank: 'liaison' },
  { name: '金某科', unit: '东城县', rank: 'section-head' },
  { name: '魏某分', unit: '东城县', rank: 'supervisor' },
  { name: '陶某西', unit: '西山县', rank: 'liaison' },
  { name: '姜某科', unit: '西山县', rank: 'section-head' },
  { name: '戚某分', unit: '西山县', rank: 'supervisor' },
  { name: '谢某江', unit: '临江县', rank: 'liaison' },
  { name: '邹某科', unit: '临江县', rank: 'section-head' },
];
