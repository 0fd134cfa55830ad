import type { WebClient } from '@slack/web-api';
import { operatorError } from '../operator-error.ts';
import { tokenRefusal } from './send-outcome.ts';

export interface KnownWorkspace {
  team: string;
  /** As its people call it. */
  name: string;
  /** The bot's own user, to whom direct messages go; null: Slack didn't say. */
  botUser: string | null;
}

/** The workspace that the bot's token belongs to. Throws OperatorError, or whatever kept Slack from answering. */
export async function verifyToken(client: WebClient, wanted: string | undefined): Promise<KnownWorkspace> {
  const {
    team_id: team,
    team: name,
    user_id: botUser = null,
  } = await client.auth.test().catch((error: unknown) => {
    const why = tokenRefusal(error);
    throw why === null
      ? error
      : operatorError(
          `Slack refuses SLACK_BOT_TOKEN (${why}): install the app in the workspace again and put its bot token into .env.`,
        );
  });
  if (team === undefined) throw new Error('auth.test named no workspace');
  if (wanted !== undefined && wanted !== team)
    throw operatorError(
      `SLACK_BOT_TOKEN belongs to workspace ${team}, but SLACK_TEAM_ID says ${wanted}: correct one of them.`,
    );
  return { team, name: name ?? team, botUser };
}
