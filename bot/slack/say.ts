import type { WebClient } from '@slack/web-api';
import { section } from './plain-blocks.ts';
import type { Log } from './quiet-logger.ts';
import { escaped } from './render-message.ts';

/** A sentence to one person in their conversation with the bot; nothing that could be lost, so it is not waited for. */
export const sayTo =
  (client: WebClient, log: Log) =>
  (user: string, sentence: string): void => {
    const said = client.conversations.open({ users: user }).then(({ channel }) =>
      client.chat.postMessage({
        channel: channel?.id ?? user,
        text: escaped(sentence),
        blocks: [section(sentence)],
        unfurl_links: false,
        unfurl_media: false,
      }),
    );
    said.catch((error: unknown) =>
      log('slack: the sentence was not shown', { error: error instanceof Error ? error.message : String(error) }),
    );
  };
