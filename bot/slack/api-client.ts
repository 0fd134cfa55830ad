import { WebClient, type WebClientOptions } from '@slack/web-api';
import { quietLogger, type Log } from './quiet-logger.ts';

export interface SlackApi {
  token: string;
  /** Ends in `/api/`; Slack's own where none is given. */
  apiUrl?: string;
  /** Through a proxy, for example. */
  fetch?: WebClientOptions['fetch'];
  timeoutMs?: number;
  log?: Log;
}

const TIMEOUT_MS = 10_000;
const SLACK = 'https://slack.com/api/';

/**
 * By default the client tries ten times over half an hour, without a timeout, and a 429 stops its whole queue.
 * Here each call is made once: whoever asked decides what comes next.
 */
export const clientOptions = ({ apiUrl, fetch, timeoutMs, log = () => undefined }: Omit<SlackApi, 'token'>) =>
  ({
    slackApiUrl: apiUrl === undefined ? SLACK : apiUrl.replace(/\/*$/, '/'),
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs ?? TIMEOUT_MS,
    logger: quietLogger(log),
    ...(fetch ? { fetch } : {}),
  }) satisfies WebClientOptions;

export const createApiClient = (api: SlackApi): WebClient => new WebClient(api.token, clientOptions(api));
