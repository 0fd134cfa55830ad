import type { Providers } from './providers.ts';
import { takenSoFar } from './taken.ts';
import { until } from './until.ts';

/** The next message to each provider is taken, and its answer never comes. Resolves once both have such a one. */
export async function hangNext(providers: Providers): Promise<void> {
  const { slack, telegram } = providers;
  const before = takenSoFar(providers);
  slack.faults.inject({ method: 'chat.postMessage', mode: { kind: 'store-then-hang' } });
  telegram.failNext({ kind: 'hang-after-accept' }, { method: 'sendMessage' });
  await until(() => {
    const now = takenSoFar(providers);
    return now.slack > before.slack && now.telegram > before.telegram;
  });
}
