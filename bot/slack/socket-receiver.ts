import { SocketModeReceiver, type App, type ReceiverEvent } from '@slack/bolt';
import { clientOptions, type SlackApi } from './api-client.ts';
import { quietLogger, type Log } from './quiet-logger.ts';

export type SocketOptions = Pick<SlackApi, 'apiUrl' | 'fetch' | 'timeoutMs'> & { appToken: string; log: Log };

/**
 * Socket Mode. Bolt says yes to an event before its listener runs; here the yes is held back until everything
 * about it is committed, and never given where that failed. Connecting again is keepConnected's.
 */
export function createSocketReceiver({ appToken, log, ...api }: SocketOptions): {
  receiver: SocketModeReceiver;
  /** Resolves when whatever came before has got its yes, or none. */
  settled(): Promise<void>;
} {
  const inHand = new Set<Promise<void>>();
  const receiver = new SocketModeReceiver({
    appToken,
    // Its own way of connecting again ends the process where Slack can't be reached just then.
    autoReconnectEnabled: false,
    logger: quietLogger(log),
    installerOptions: { clientOptions: clientOptions({ ...api, log }) },
  });
  const init = receiver.init.bind(receiver);
  const processEvent = (app: App, event: ReceiverEvent): Promise<void> => {
    const work = holdingBack(app, event).finally(() => inHand.delete(work));
    inHand.add(work);
    return work;
  };
  receiver.init = (app) => init({ processEvent: (event: ReceiverEvent) => processEvent(app, event) } as App);
  return { receiver, settled: async () => void (await Promise.allSettled(inHand)) };
}

async function holdingBack(app: App, event: ReceiverEvent): Promise<void> {
  const held: unknown[][] = [];
  const ack = async (...answer: unknown[]): Promise<void> => void held.push(answer);
  await app.processEvent({ ...event, ack: ack as ReceiverEvent['ack'] });
  const [answer] = held;
  if (answer) await event.ack(answer[0] as never);
}
