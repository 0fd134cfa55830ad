import { weeksAround } from '../../../domain/supervision/burden.ts';
import type { Burden } from '../../api.ts';
import { PLAN_ID } from './fixture.ts';

const WEEKS = weeksAround('2026-11-23', 3, 4);
const THIS = 3;

type Week = Burden['persons'][number]['weeks'][number];

const weekOf = (at: number, week: Partial<Week>): Week => ({
  week: WEEKS[at] ?? '',
  digests: 0,
  rungs: 0,
  exempt: { dueToday: 0, urgent: 0, nudge: 0 },
  over: 0,
  coming: { digests: 0, rungs: 0 },
  ...week,
});

const weeks = (known: Record<number, Partial<Week>>): Week[] => WEEKS.map((_, at) => weekOf(at, known[at] ?? {}));

/** Only the demo plan has asked anybody. */
export function burdenOfMock(planId: string): Burden {
  const base = { weeks: WEEKS, thisWeek: WEEKS[THIS] ?? '', limit: { perWeek: 3, perWeekInAll: 5 } };
  if (planId !== PLAN_ID) return { ...base, persons: [], units: [] };
  return {
    ...base,
    persons: [
      {
        personId: 'p-公安',
        name: '李某',
        unit: '市公安局',
        rank: 'liaison',
        weeks: weeks({
          2: { digests: 4, rungs: 9, exempt: { dueToday: 0, urgent: 1, nudge: 0 } },
          3: { digests: 1, rungs: 2, coming: { digests: 2, rungs: 5 } },
          5: { coming: { digests: 1, rungs: 3 } },
        }),
      },
      {
        personId: 'p-科技',
        name: '赵某',
        unit: '市科技局',
        rank: 'liaison',
        weeks: weeks({
          3: { digests: 2, rungs: 2, exempt: { dueToday: 0, urgent: 0, nudge: 1 } },
          4: { coming: { digests: 1, rungs: 1 } },
        }),
      },
    ],
    units: [
      {
        unitId: 'u-公安',
        unit: '市公安局',
        weeks: WEEKS.map((week, at) => ({
          week,
          withdrawn: at === 2 ? 3 : 0,
          superseded: at === 2 ? 1 : 0,
          skipped: 0,
          undeliverable: 0,
        })),
      },
    ],
  };
}
