import { at, task, type Story } from './story.ts';
import { presses } from './unit-acts.ts';

type Setting = Pick<Story, 'from' | 'tasks' | 'phases' | 'contacts' | 'start'>;

/** Quarterly: the fourth quarter is due on Friday 25 December 2026, the fifth working day after it is Monday 4 January. */
export const quarterly: Setting = {
  from: '示例市',
  tasks: [task('(四)', ['市科技局'])],
  phases: { implementation: ['2026-11-23', '2027-06-30'] },
  contacts: ['市科技局·联络员', '市科技局·科长', '市科技局·分管'],
  start: '2026-11-23 08:30',
};
export const signed = at('11-23 10:00', presses('科技联络员', '签收'));
export const SIGNED =
  '科技(四) receipt: issue 11-23 09:15 sent; o1 11-27 09:15, o3→科长 12-01 09:15, o5→办公室 12-03 09:15 withdrawn 11-23 10:00 已签收';
export const SIGNED_EVENT = '11-23 10:00 科技联络员 receiptGiven 科技(四)';
