import { z } from 'zod';
import { assertNever } from '../domain/assert-never.ts';
import type { ConnectedChannel } from './health-of.ts';

const WITHIN_MS = 5_000;

const Ready = z.looseObject({
  channels: z.looseObject({
    connected: z.array(
      z.object({
        channel: z.enum(['slack', 'telegram']),
        way: z.enum(['socket', 'http', 'polling', 'webhook']),
        name: z.string().nullable(),
        state: z.enum(['ok', 'late', 'down']),
        note: z.string().optional(),
      }),
    ),
  }),
});

export type ShownChannel = z.infer<typeof Ready>['channels']['connected'][number];

/** What the running bot says of its chat providers; null where it doesn't answer. */
export async function connectedChannels(http: string): Promise<ShownChannel[] | null> {
  const answer = await fetch(`${http}/readyz`, { signal: AbortSignal.timeout(WITHIN_MS) }).catch(() => null);
  const read = Ready.safeParse(await answer?.json().catch(() => null));
  return read.success ? read.data.channels.connected : null;
}

/** `Slack(工作区 示例市,Socket Mode)`, and what is wrong where something is. */
export function channelText({ channel, way, name, state, note }: ShownChannel): string {
  const who = name === null ? [] : [channel === 'slack' ? `工作区 ${name}` : `@${name}`];
  const label = `${channel === 'slack' ? 'Slack' : 'Telegram'}(${[...who, wayText(way)].join(',')})`;
  return state === 'ok' ? label : `${label}:${note ?? '未连接'}`;
}

function wayText(way: ConnectedChannel['way']): string {
  switch (way) {
    case 'socket':
      return 'Socket Mode';
    case 'http':
      return 'HTTP';
    case 'polling':
      return '轮询';
    case 'webhook':
      return 'Webhook';
    default:
      return assertNever(way);
  }
}

/** How somebody is bound. */
export const BIND_COMMAND = 'npm run -s duban -- contact bind 姓名';
