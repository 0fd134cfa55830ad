import type { UnitRelation } from '../plan/types.ts';

/** 你单位 for subordinate units; the others by what they are. Schools before courts: 学院 ends in 院 too. */
const HONORIFICS: [RegExp, string][] = [
  [/(大学|学院|学校|中学|小学|党校)/, '贵校'],
  [/(法院|检察院|医院|研究院|科学院|院)$/, '贵院'],
  [/(海关|关)$/, '贵关'],
  [/(银行|人行|支行|分行)/, '贵行'],
];

export function addressOf(unit: string, relation: UnitRelation): string {
  if (relation === 'subordinate') return '你单位';
  return HONORIFICS.find(([pattern]) => pattern.test(unit))?.[1] ?? '贵单位';
}

/** Courts, central bank, customs, colleges are asked (商请), never told. */
export const isAsked = (relation: UnitRelation): boolean => relation !== 'subordinate';
