import { allHandlersFinished, condition, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Projection } from '../activities/types.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { withEvent } from '../domain/supervision/pending.ts';
import type { EntityState } from '../domain/supervision/types.ts';
import { project } from './activities.ts';
import { clockMoved, refresh, stateQuery, type Envelope } from './messages.ts';
import { isStaleGeneration, refuse } from './refuse.ts';
import { createWakeTimer } from './wake-timer.ts';

export interface Entity<S extends EntityState> {
  state: S;
  /** The plan's clock, not the server's. */
  now(): string;
  learnClock(offsetMs: number): void;
  /** Adds a refusal to what is to be put on record. */
  refusal(by: Envelope, act: string, what: Refusal, itemId?: string): void;
  /** Puts a refusal on record, then throws it. */
  refused(by: Envelope, act: string, what: Refusal): Promise<never>;
  /** Resolves once the events of the state as it is now are on record. */
  recorded(): Promise<void>;
  /** Runs one activity with the state as it will be checkpointed; drops what it flushed. */
  flush(write: (projection: Projection) => Promise<void>): Promise<void>;
  flushPending(): Promise<void>;
  mayContinueAsNew(): boolean;
  askContinueAsNew(): void;
  /** Waits for a message or for the instant. */
  wait(nextAt: string | null, changed: () => boolean): Promise<void>;
  isStale(): boolean;
}

/**
 * What plan, phase and task workflows share: the clock, the query, and a single-flight projector. Handlers
 * only change the state; the main loop alone flushes, so two projections never overlap. `onRecord` gives the
 * shape in which a state is checkpointed and shown.
 */
export function createEntity<S extends EntityState>(
  initial: S,
  nextAt: (state: S) => string | null,
  onRecord: (state: S) => S = (state) => state,
): Entity<S> {
  const timer = createWakeTimer();
  let flushedSeq = initial.eventSeq - initial.pendingEvents.length;
  let stale = false;
  let continueAsked = false;

  const entity: Entity<S> = {
    state: initial,
    now: () => new Date(Date.now() + entity.state.offsetMs).toISOString(),
    learnClock(offsetMs) {
      if (offsetMs > entity.state.offsetMs) entity.state = { ...entity.state, offsetMs };
    },
    refusal(by, act, what, itemId) {
      entity.state = withEvent(entity.state, {
        kind: 'refused',
        actor: by.actor,
        via: by.via,
        at: entity.now(),
        body: { act, code: what.code, details: what.details, ...(itemId === undefined ? {} : { itemId }) },
      });
    },
    async refused(by, act, what) {
      entity.refusal(by, act, what);
      await entity.recorded();
      throw refuse(what);
    },
    async recorded() {
      const mine = entity.state.eventSeq;
      await condition(() => flushedSeq >= mine || stale);
      if (flushedSeq < mine) throw refuse(refusal('STALE_GENERATION'));
    },
    async flush(write) {
      const events = entity.state.pendingEvents;
      const version = entity.state.version + 1;
      entity.state = { ...entity.state, version };
      const state = onRecord({ ...entity.state, pendingEvents: [] });
      const { entityId, kind, planId, generation, status } = state;
      try {
        await write({ entityId, kind, planId, generation, version, events, state, status, nextAt: nextAt(state) });
      } catch (error) {
        if (!isStaleGeneration(error)) throw error;
        stale = true;
        return;
      }
      entity.state = { ...entity.state, pendingEvents: entity.state.pendingEvents.slice(events.length) };
      flushedSeq += events.length;
    },
    flushPending: () => entity.flush((projection) => project({ projection })),
    mayContinueAsNew: () =>
      (continueAsked || workflowInfo().continueAsNewSuggested) &&
      entity.state.pendingEvents.length === 0 &&
      allHandlersFinished(),
    askContinueAsNew() {
      continueAsked = true;
    },
    async wait(at, changed) {
      timer.arm(
        at === null ? null : Date.parse(at) - Date.parse(entity.now()),
        at === null ? null : `${at}@${entity.state.offsetMs}`,
      );
      await condition(
        () =>
          timer.fired() ||
          entity.state.pendingEvents.length > 0 ||
          entity.mayContinueAsNew() ||
          changed() ||
          (at !== null && at <= entity.now()),
      );
    },
    isStale: () => stale,
  };

  setHandler(stateQuery, () => onRecord(entity.state));
  setHandler(clockMoved, ({ offsetMs }) => entity.learnClock(offsetMs));
  setHandler(refresh, () => entity.askContinueAsNew());
  return entity;
}
