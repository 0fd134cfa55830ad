/**
 * Calls of one key, one at a time: who asks while a call is on its way waits for the next, which all of them share.
 * Joining the one on its way would not do: it may have been heard before what it is to tell was on record.
 */
export function coalesce<A>(
  call: (key: string, argument: A) => Promise<void>,
  merge: (a: A, b: A) => A,
): (key: string, argument: A) => Promise<void> {
  interface Next {
    argument: A;
    done: Promise<void>;
  }
  const underway = new Map<string, Promise<void>>();
  const next = new Map<string, Next>();

  function start(key: string, argument: A): Promise<void> {
    const made = call(key, argument);
    const ended = made.then(
      () => undefined,
      () => undefined,
    );
    underway.set(key, ended);
    void ended.then(() => {
      if (underway.get(key) === ended) underway.delete(key);
    });
    return made;
  }

  return (key, argument) => {
    const current = underway.get(key);
    if (!current) return start(key, argument);
    const waiting = next.get(key);
    if (waiting) {
      waiting.argument = merge(waiting.argument, argument);
      return waiting.done;
    }
    const fresh: Next = { argument, done: Promise.resolve() };
    fresh.done = current.then(() => {
      next.delete(key);
      return start(key, fresh.argument);
    });
    next.set(key, fresh);
    return fresh.done;
  };
}
