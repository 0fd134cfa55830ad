import type { Rank } from '../domain/plan/types.ts';

export const RANK_NAMES: Record<Rank, string> = { liaison: '联络员', 'section-head': '科长', supervisor: '分管领导' };
