import { whenParentEnds } from './parent-watch.ts';

/** Somebody asked this process to end: Ctrl-C, a signal, or the command that started it is gone. */
export type StopRequest = {
  readonly asked: Promise<void>;
  readonly signal: AbortSignal;
  readonly throwIfAsked: () => void;
};

/** Listens from now on; asking twice is the same as asking once. */
export function listenForStop(): StopRequest {
  const controller = new AbortController();
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const ask = () => {
    controller.abort();
    resolve();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask);
  whenParentEnds(ask);
  // A terminal that was closed takes no more lines; that must not cut the stop short.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ask);
  return { asked, signal: controller.signal, throwIfAsked: () => controller.signal.throwIfAborted() };
}
