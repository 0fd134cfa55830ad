import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordReply } from '../workflows/messages.ts';

/** Words of so many are far below what one message may weigh. */
const TOGETHER_MAX = 10;

interface Waiting<O> {
  message: RecordReply;
  resolve: (outcome: O) => void;
  reject: (error: unknown) => void;
}

interface Line<O> {
  waiting: Waiting<O>[];
  underWay: boolean;
}

/**
 * Answers about one entity that come in one turn of the event loop, or while others are under way to it, go together:
 * its workflow takes one turn and one projection for all. Where they can't be brought those that wait behind them come
 * again too, so that nobody waits twice for the same silence.
 */
export function repliesTogether<O>(
  send: (entityId: string, messages: RecordReply[]) => Promise<O[]>,
): (entityId: string, message: RecordReply) => Promise<O> {
  const lines = new Map<string, Line<O>>();

  async function go(entityId: string, line: Line<O>): Promise<void> {
    line.underWay = true;
    await nextTurn();
    while (line.waiting.length > 0) await together(entityId, line, line.waiting.splice(0, TOGETHER_MAX));
    lines.delete(entityId);
  }

  async function together(entityId: string, line: Line<O>, calls: Waiting<O>[]): Promise<void> {
    try {
      const messages = calls.map(({ message }) => message);
      const outcomes = await send(entityId, messages);
      for (const [at, { resolve }] of calls.entries()) resolve(outcomes[at] as O);
    } catch (error) {
      for (const { reject } of [...calls, ...line.waiting.splice(0)]) reject(error);
    }
  }

  return (entityId, message) =>
    new Promise((resolve, reject) => {
      const line = lines.get(entityId) ?? { waiting: [], underWay: false };
      lines.set(entityId, line);
      line.waiting.push({ message, resolve, reject });
      if (!line.underWay) void go(entityId, line);
    });
}
