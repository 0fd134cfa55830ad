import type { PlanFacts } from '../../domain/plan/types.ts';
import { bazhong } from './bazhong.ts';
import { chenzhou } from './chenzhou.ts';
import { huangshi } from './huangshi.ts';
import { national2018 } from './national-2018.ts';
import { shanghaiDistrict } from './shanghai-district.ts';

export interface SeedPlan {
  /** Stable: a second start finds the plan it loaded before. */
  id: string;
  /** The number under which the source document is filed. */
  key: string;
  facts: PlanFacts;
}

/** The five published plans, as facts only: no contacts, no dates moved. */
export const SEED_PLANS: readonly SeedPlan[] = [
  { id: 'chenzhou', key: '000', facts: chenzhou },
  { id: 'huangshi', key: '001', facts: huangshi },
  { id: 'shanghai-district', key: '002', facts: shanghaiDistrict },
  { id: 'bazhong', key: '003', facts: bazhong },
  { id: 'national-2018', key: '004', facts: national2018 },
];
