export const PLAN_END = '2027-06-30';
export const span = { planEnd: PLAN_END, phases: [{ end: '2026-12-31' }, { end: PLAN_END }] };
