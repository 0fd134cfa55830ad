import { at, task, type Story } from './story.ts';
import { presses } from './unit-acts.ts';

/** Owed by Friday 18 December 2026; completion and extension need the unit's supervisor. */
export const approval: Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'policy' | 'start'> = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'], { due: '2026-12-18' })],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·分管'],
  policy: { signOffKinds: ['completion', 'extension'] },
  start: '2026-11-23 08:30',
};
export const signed = at('11-23 10:00', presses('科技联络员', '签收'));
export const SIGNED =
  '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
export const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
/** The quarter's report, due on 25 December. */
export const REPORT =
  'd3 12-22 09:15, d0 12-25 09:15, o1 12-28 09:15, o3→科长 12-30 09:15, o5→分管 2027-01-04 10:00, w1 2027-01-04 10:00, o10→办公室 2027-01-11 09:15, w2 2027-01-11 09:15, w3 2027-01-18 09:15, w4 2027-01-25 09:15, office→办公室 2027-01-26 09:15';
// +5 is Friday 25 December; 1 January 2027 begins three days of rest, and Monday the 4th at 10:00.
export const AFTER_D7 =
  'd3 12-15 09:15, d1 12-17 09:15, d0 12-18 09:15, o1 12-21 09:15, o3→科长 12-23 09:15, o5→分管 12-25 09:15, w1 12-28 09:15, o10→办公室 2027-01-04 10:00, w2 2027-01-04 10:00, w3 2027-01-11 09:15, w4 2027-01-18 09:15, office→办公室 2027-01-19 09:15';
export const CLAIM_TOLD = '【已登记】第(四)项"提高专利创造质量" 已申请办结,待单位分管负责同志审签。';
export const SIGNED_TOLD = '【已登记】第(四)项"提高专利创造质量":已审签同意。';
export const EXTENSION_SIGNED = '12-09 10:30 科技分管 signOffGiven 科技(四) of=extension';
