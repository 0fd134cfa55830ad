import type { PrismaClient } from './client.ts';

interface Waiting<I, O> {
  input: I;
  resolve: (output: O) => void;
  reject: (error: unknown) => void;
}

/** More than are ever served at once; a flood is cut into statements of this size. */
const CALLS_MAX = 64;

/**
 * Calls of one kind go together: those that come in one turn of the event loop, or while a statement of theirs is on
 * its way, share the next. Where a shared one fails each is tried by itself, so that none fails for another's fault;
 * so what runs must stand to be run again. `run` gives the outputs in the order of the inputs.
 */
export function batched<I, O>(
  run: (db: PrismaClient, inputs: I[]) => Promise<O[]>,
): (db: PrismaClient, input: I) => Promise<O> {
  const queues = new WeakMap<PrismaClient, (input: I) => Promise<O>>();
  return (db, input) => {
    const call = queues.get(db) ?? queue((inputs: I[]) => run(db, inputs));
    queues.set(db, call);
    return call(input);
  };
}

function queue<I, O>(run: (inputs: I[]) => Promise<O[]>): (input: I) => Promise<O> {
  let waiting: Waiting<I, O>[] = [];
  let busy = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const calls = waiting.slice(0, CALLS_MAX);
      waiting = waiting.slice(CALLS_MAX);
      await together(calls);
    }
    busy = false;
  }

  async function together(calls: Waiting<I, O>[]): Promise<void> {
    try {
      const outputs = await run(calls.map(({ input }) => input));
      for (const [at, { resolve }] of calls.entries()) resolve(outputs[at] as O);
    } catch (error) {
      const [first, ...others] = calls;
      if (others.length === 0) first?.reject(error);
      else await Promise.all(calls.map((call) => together([call])));
    }
  }

  return (input) =>
    new Promise((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void work());
    });
}
