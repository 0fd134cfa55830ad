import type { Stage } from './stage.ts';

/** What came of an act. */
export interface Done {
  ok: boolean;
  /** What the person was told, or what was looked at; one line each. */
  said: string[];
}

/**
 * Something that happens: begun first (a message is committed, an act of the office is done), looked at once
 * all messages that wait have been applied.
 */
export interface Act {
  label: string;
  begin(stage: Stage): Promise<() => Promise<Done>>;
}

/** Several things before the first message is applied: each begins in turn, then what waits is worked off at once. */
export const together = (...acts: Act[]): Act => ({
  label: acts.map(({ label }) => label).join(' + '),
  async begin(stage) {
    const ends: (() => Promise<Done>)[] = [];
    for (const act of acts) ends.push(await act.begin(stage));
    return async () => {
      const done: Done[] = [];
      for (const end of ends) done.push(await end());
      return { ok: done.every(({ ok }) => ok), said: done.flatMap(({ said }) => said) };
    };
  },
});

/** Nothing but time passes. */
export const nothing: Act = { label: 'nothing', begin: async () => async () => ({ ok: true, said: [] }) };
