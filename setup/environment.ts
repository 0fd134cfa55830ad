import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { setupError } from './setup-error.ts';

/** The folder that this code lies in. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

const address = (protocols: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address like ${example}`,
  });
const web = (example: string) => address(['http:', 'https:'], example);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const hostAndPort = z.string().refine((value) => /^[^\s/:]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i.test(value), {
  error: 'must be a host and a port, like temporal.example.org:7233, without a scheme',
});
const wholePort = z.coerce
  .number({ error: 'must be a port number from 1 to 65535' })
  .int({ error: 'must be a port number from 1 to 65535' })
  .min(1, { error: 'must be a port number from 1 to 65535' })
  .max(65_535, { error: 'must be a port number from 1 to 65535' });
const startsWith = (prefix: string, what: string) =>
  z.string().startsWith(prefix, { error: `must be ${what}, which starts with ${prefix}` });

const variables = z.object({
  DUBAN_HOME: optional(z.string()).transform((value) => value ?? '.duban'),
  DUBAN_PORT: z.preprocess((value) => (value === '' ? undefined : value), wholePort.default(8080)),
  DATABASE_URL: optional(address(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/duban')),
  TEMPORAL_ADDRESS: optional(hostAndPort),
  DUBAN_TEMPORAL_BIN: optional(z.string()),
  DUBAN_PAGE_URL: optional(web('https://duban.example.org')),
  EVIDENCE_S3_ENDPOINT: optional(web('https://s3.example.org')),
  EVIDENCE_S3_BUCKET: optional(z.string()),
  EVIDENCE_S3_REGION: optional(z.string()),
  EVIDENCE_S3_ACCESS_KEY_ID: optional(z.string()),
  EVIDENCE_S3_SECRET_ACCESS_KEY: optional(z.string()),
  SLACK_BOT_TOKEN: optional(startsWith('xoxb-', "the bot's token")),
  SLACK_APP_TOKEN: optional(startsWith('xapp-', 'the app-level token')),
  SLACK_SIGNING_SECRET: optional(z.string().min(8, { error: 'is too short to be a signing secret' })),
  SLACK_TEAM_ID: optional(startsWith('T', "the workspace's id")),
  SLACK_API_URL: optional(web('https://slack.com/api/')),
  TELEGRAM_BOT_TOKEN: optional(
    z.string().regex(/^\d+:[\w-]+$/, { error: 'must be the token that BotFather gave, like 123456:ABC…' }),
  ),
  TELEGRAM_WEBHOOK_URL: optional(address(['https:'], 'https://duban.example.org/telegram/bot')),
  TELEGRAM_WEBHOOK_SECRET: optional(
    z.string().regex(/^[\w-]{16,256}$/, { error: 'must be 16 to 256 letters, digits, _ or -' }),
  ),
  TELEGRAM_API_ROOT: optional(web('https://api.telegram.org')),
});

/** All of them or none. */
const S3_NEEDED = [
  'EVIDENCE_S3_ENDPOINT',
  'EVIDENCE_S3_BUCKET',
  'EVIDENCE_S3_ACCESS_KEY_ID',
  'EVIDENCE_S3_SECRET_ACCESS_KEY',
] as const;

const environment = variables.superRefine((value, context) => {
  const problem = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (value.SLACK_BOT_TOKEN && !value.SLACK_APP_TOKEN && !value.SLACK_SIGNING_SECRET)
    problem('SLACK_BOT_TOKEN', 'needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it');
  if (!value.SLACK_BOT_TOKEN && (value.SLACK_APP_TOKEN || value.SLACK_SIGNING_SECRET))
    problem('SLACK_BOT_TOKEN', 'is missing although another Slack setting is given');
  if (S3_NEEDED.some((name) => value[name]))
    for (const name of S3_NEEDED) if (!value[name]) problem(name, 'is needed beside the other EVIDENCE_S3_ settings');
  if (value.TELEGRAM_WEBHOOK_URL && !value.TELEGRAM_WEBHOOK_SECRET)
    problem('TELEGRAM_WEBHOOK_SECRET', 'is needed beside TELEGRAM_WEBHOOK_URL');
  if (value.TELEGRAM_WEBHOOK_URL && !value.TELEGRAM_BOT_TOKEN)
    problem('TELEGRAM_BOT_TOKEN', 'is needed beside TELEGRAM_WEBHOOK_URL');
});

export type Environment = z.infer<typeof variables>;
export const environmentNames = Object.keys(variables.shape) as (keyof Environment)[];

/** Reads and checks the settings; throws one SetupError that names every problem (never a value). */
export function parseEnvironment(source: Record<string, string | undefined>, root: string): Environment {
  const result = environment.safeParse(source);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw setupError(`Mend these settings (environment or .env): ${problems.join('; ')}.`);
  }
  return { ...result.data, DUBAN_HOME: resolve(root, result.data.DUBAN_HOME) };
}

/** The process's environment over the `.env` file of the project. For composition roots alone. */
export function readEnvironment(root: string = projectRoot): Environment {
  const file = resolve(root, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return parseEnvironment({ ...fromFile, ...process.env }, root);
}
