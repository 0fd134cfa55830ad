import { TelegramApiError } from 'node-telegram-bot-api';
import { FileRefused, type FileFetcher } from '../evidence/file-fetcher.ts';
import { hostAllowed } from '../evidence/host-allowed.ts';
import { readBounded, tooLarge } from '../evidence/read-bounded.ts';
import { openBot, type TelegramTarget } from './client.ts';
import { reasonOf } from './outcome-of.ts';

const API_ROOT = 'https://api.telegram.org';
/** Bot API, getFile: bots can download files of up to 20 MB. */
const BOT_MAX_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
/** What Telegram calls a file: folders and a name. Nothing that could lead out of them, or to another host. */
const PATH = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/**
 * Brings a file that a person sent to the bot: getFile tells its path, which is read below the API's own root. The
 * address holds the token, so that no error of a driver is passed on: what is thrown are codes and Telegram's words.
 */
export function createTelegramFetcher(target: TelegramTarget): FileFetcher {
  const { token, apiRoot = API_ROOT, timeoutMs = TIMEOUT_MS } = target;
  const { api } = openBot({ ...target, timeoutMs });

  async function pathOf(id: string, name: string): Promise<string> {
    try {
      const { file_path: path } = await api.getFile({ file_id: id });
      if (path !== undefined && PATH.test(path)) return path;
    } catch (error) {
      if (!(error instanceof TelegramApiError) || error.errorCode !== 400) throw new Error(reasonOf(error));
      if (/too big/i.test(String(error.description))) throw tooLarge(name, BOT_MAX_BYTES);
    }
    throw new FileRefused('FILE_GONE', { name });
  }

  return {
    channel: 'telegram',
    async fetch({ id, name, mime, size }, limitBytes) {
      const limit = Math.min(limitBytes, BOT_MAX_BYTES);
      if ((size ?? 0) > limit) throw tooLarge(name, limit);
      const path = await pathOf(id, name);
      const address = `${apiRoot.replace(/\/+$/, '')}/file/bot${token}/${path}`;
      if (!hostAllowed(address, { hosts: [], roots: [apiRoot] })) throw new FileRefused('FILE_GONE', { name });
      const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) }).catch(
        (error: unknown) => {
          throw new Error(reasonOf(error));
        },
      );
      if (response.status === 404) throw new FileRefused('FILE_GONE', { name });
      if (response.status !== 200) throw new Error(`telegram: the file was answered with ${response.status}`);
      const bytes = await readBounded(response, limit, name).catch((error: unknown) => {
        throw error instanceof FileRefused ? error : new Error(reasonOf(error));
      });
      return { bytes, name, mime };
    },
  };
}
