import type { WebClient } from '@slack/web-api';
import { tokenRefusal } from './send-outcome.ts';

/** The workspace that the bot's token belongs to. Throws RefusedByProvider, or whatever kept Slack from answering. */
export async function verifyToken(client: WebClient, wanted: string | undefined): Promise<string> {
  const { team_id: team } = await client.auth.test().catch((error: unknown) => {
    const why = tokenRefusal(error);
    throw why === null
      ? error
      : refusedByProvider(
          `Slack refuses SLACK_BOT_TOKEN (${why}): install the app in the workspace again and put its bot token into .env.`,
        );
  });
  if (team === undefined) throw new Error('auth.test named no workspace');
  if (wanted !== undefined && wanted !== team)
    throw refusedByProvider(
      `SLACK_BOT_TOKEN belongs to workspace ${team}, but SLACK_TEAM_ID says ${wanted}: correct one of them.`,
    );
  return team;
}

/** Trying again can't help: the one sentence for the operator. */
export type RefusedByProvider = Error & { readonly name: 'RefusedByProvider' };

export const refusedByProvider = (sentence: string): RefusedByProvider =>
  Object.assign(new Error(sentence), { name: 'RefusedByProvider' as const });

export const isRefusedByProvider = (error: unknown): error is RefusedByProvider =>
  error instanceof Error && error.name === 'RefusedByProvider';
