import { expect } from 'vitest';
import type { Instant } from '../../../../domain/plan/types.ts';
import type { PartSlot, PendingEvent, SupervisedState } from '../../../../domain/supervision/types.ts';

/** A rung that came due and isn't out yet; held: for the office's word. */
export interface Waiting {
  rung: PartSlot;
  unitId: string;
  status: 'queued' | 'held';
  sendFrom: Instant;
}

/** One message to one person. */
export interface Sent {
  unitId: string;
  at: Instant;
  rungs: PartSlot[];
}

/** A task as its workflow would have it, with everything that was ever put on record about it. */
export interface Sim {
  state: SupervisedState;
  now: Instant;
  /** Every rung that was ever in the state, by name. */
  seen: Set<string>;
  /** How each of them ended. */
  outcomes: Map<string, string>;
  events: PendingEvent[];
  /** Came due and not out yet. */
  waiting: Waiting[];
  sent: Sent[];
  /** Parts whose answer is in the inbox and not applied: nothing goes out about them. */
  answering: Set<string>;
  /** Who answers for a part; absent: its first contact. */
  speakers: Map<string, string>;
}

export const newSim = (state: SupervisedState, now: Instant): Sim => ({
  state,
  now,
  seen: new Set(),
  outcomes: new Map(),
  events: [],
  waiting: [],
  sent: [],
  answering: new Set(),
  speakers: new Map(),
});

type Named = Pick<PartSlot, 'partId' | 'duty' | 'cycle' | 'seq' | 'rung'>;
export const nameOf = ({ partId, duty, cycle, seq, rung }: Named): string => [partId, duty, cycle, seq, rung].join('|');

/** A rung ends once; a second end is the fault that this simulation looks for. */
export function end(sim: Sim, rung: Named, outcome: string): void {
  const name = nameOf(rung);
  expect(sim.outcomes.get(name) ?? null, `${name} ended twice`).toBeNull();
  sim.outcomes.set(name, outcome);
}
