import { ErrorCode } from '@slack/web-api';
import { FileRefused, type FileFetcher } from '../evidence/file-fetcher.ts';
import { hostAllowed } from '../evidence/host-allowed.ts';
import { readBounded, tooLarge } from '../evidence/read-bounded.ts';
import { createApiClient, type SlackApi } from './api-client.ts';

const TIMEOUT_MS = 60_000;
/** Slack may send on to its own store of files, once. */
const REDIRECTS_MAX = 1;
/** Slack's answers about a file that nobody can have any more (files.info). */
const GONE = new Set(['file_not_found', 'file_deleted', 'access_denied', 'invalid_arguments']);
const OWN_DOMAINS = ['slack.com', 'slack-edge.com'];

/**
 * Brings a file that a person put into their conversation with the bot: files.info tells its address, which is read
 * with the bot's token from Slack's own hosts or the configured API's, whatever the address says (attack 19).
 */
export function createSlackFetcher(api: SlackApi): FileFetcher {
  const client = createApiClient(api);
  const timeoutMs = api.timeoutMs ?? TIMEOUT_MS;

  async function addressOf(file: string, name: string): Promise<string> {
    try {
      const { file: info } = await client.files.info({ file });
      const address = info?.url_private_download ?? info?.url_private;
      // Kept in some drive: Slack has a link and no bytes.
      if (info?.is_external !== true && address !== undefined) return address;
    } catch (error) {
      const { code, data } = error as { code?: unknown; data?: { error?: string } };
      if (code !== ErrorCode.PlatformError || !GONE.has(data?.error ?? '')) throw error;
    }
    throw new FileRefused('FILE_GONE', { name });
  }

  async function read(address: string, name: string, left = REDIRECTS_MAX): Promise<Response> {
    if (!isOurs(address, api.apiUrl)) throw new FileRefused('FILE_GONE', { name });
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${api.token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null) return response;
    await response.body?.cancel();
    if (left === 0) throw new FileRefused('FILE_GONE', { name });
    return read(new URL(next, address).href, name, left - 1);
  }

  return {
    channel: 'slack',
    async fetch({ id, name, mime, size }, limitBytes) {
      if ((size ?? 0) > limitBytes) throw tooLarge(name, limitBytes);
      const response = await read(await addressOf(id, name), name);
      if (response.status === 404 || response.status === 410) throw new FileRefused('FILE_GONE', { name });
      const type = response.headers.get('content-type') ?? '';
      // Slack answers a token without files:read with its sign-in page.
      const isPage = type.startsWith('text/html') && mime !== null && mime !== 'text/html';
      if (response.status !== 200 || isPage) {
        await response.body?.cancel();
        throw new Error(`slack: the file was answered with ${isPage ? 'a page to sign in' : response.status}`);
      }
      return { bytes: await readBounded(response, limitBytes, name), name, mime };
    },
  };
}

/** An emulator on this machine may call itself by the other name of it. */
const bothNames = (root: string): string[] => [
  root,
  root.replace('//127.0.0.1', '//localhost'),
  root.replace('//localhost', '//127.0.0.1'),
];

/** Slack's domains over https, or the very host of an emulator that the operator named. */
function isOurs(address: string, apiUrl: string | undefined): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  const isSlack = OWN_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
  return hostAllowed(address, { hosts: isSlack ? [host] : [], roots: apiUrl === undefined ? [] : bothNames(apiUrl) });
}
