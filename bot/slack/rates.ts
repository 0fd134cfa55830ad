import type { Rate } from '../../domain/chat/port.ts';

/**
 * Slack limits each method by itself, per app and workspace, a minute (docs.slack.dev, Rate limits): tier 3 50,
 * tier 4 100, sporadic bursts welcome. Any other method is taken for tier 3.
 */
const TIER_3 = { perSecond: 50 / 60, burst: 20 };
const TIER_4 = { perSecond: 100 / 60, burst: 40 };
const OF_TIER_4 = new Set([
  'chat.postEphemeral',
  'users.info',
  'views.open',
  'views.publish',
  'views.push',
  'views.update',
]);

export const methodRate = (team: string, method: string): Rate => ({
  key: `slack/${team}/${method}`,
  ...(OF_TIER_4.has(method) ? TIER_4 : TIER_3),
});

/** chat.postMessage: one message a second in a conversation, several hundred a minute in a workspace, bursts granted. */
export const postRates = {
  conversation: (team: string, user: string): Rate => ({ key: `slack/${team}/${user}`, perSecond: 1 }),
  team: (team: string): Rate => ({ key: `slack/${team}`, perSecond: 300 / 60, burst: 20 }),
};
