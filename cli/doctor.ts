import { hasPollers } from '../bot/health.ts';
import { BIND_COMMAND, channelText, connectedChannels } from '../bot/connected-channels.ts';
import { asUnavailable } from '../bot/unavailable.ts';
import { overdueEntities } from '../bot/watchdog.ts';
import { loadCalendar } from '../prisma/load-calendar.ts';
import { migrationNames } from '../prisma/migrate.ts';
import { appliedMigrations } from '../prisma/queries/applied-migrations.ts';
import { sentenceOf } from '../setup/setup-error.ts';
import type { Answer } from './answer.ts';
import type { CommandSession } from './open-session.ts';

export interface Check {
  name: string;
  state: 'ok' | 'warning' | 'bad';
  note: string;
  /** What to do about it; empty where nothing is. */
  todo: string;
}

type Finding = Omit<Check, 'name'>;

const ok = (note: string): Finding => ({ state: 'ok', note, todo: '' });
const WITHIN_MS = 8_000;

/** Looks at everything that must work, each by itself and with a bound, and says what to do. */
export async function doctor({ office, http, chat }: CommandSession): Promise<Answer> {
  const checks: Check[] = [
    await check(
      '数据库',
      '请运行 npm start,或核对 DATABASE_URL。',
      async () => (await office.prisma.setting.count(), ok('可用')),
    ),
    await check('表结构', '请运行 npm start 升级表结构。', () => migrations(office)),
    await check(
      'Temporal',
      '请运行 npm start,或核对 TEMPORAL_ADDRESS。',
      async () => (await (await office.client()).workflowService.getSystemInfo({}), ok('可用')),
    ),
    await check('工作进程', '请查看数据目录中的 logs/worker.log。', () => worker(office)),
    await check('日历', '请运行 duban calendar import 文件。', () => calendar(office)),
    await check('看门狗', '请运行 duban repair;仍不消除的,查看 logs/worker.log。', () => watchdog(office)),
    await check('收件', '请查看 logs/bot.log。', () => inbox(office)),
    await check('聊天渠道', '请查看 logs/bot.log 和 .env 中的渠道设置。', () => channels(office, http, chat)),
    await check('页面', '请运行 npm start。', () => page(http)),
  ];
  const bad = checks.filter(({ state }) => state === 'bad');
  return {
    value: { ok: bad.length === 0, checks },
    text: checks.map(lineOf).join('\n'),
    ...(bad.length > 0 ? { failure: { code: 'UNHEALTHY', message: bad.map(lineOf).join('\n') } } : {}),
  };
}

const MARKS = { ok: '✓', warning: '!', bad: '✗' } as const;
const lineOf = ({ name, state, note, todo }: Check): string => `${MARKS[state]} ${name}:${note}${todo && `。${todo}`}`;

async function check(name: string, todo: string, look: () => Promise<Finding>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('没有应答')), WITHIN_MS)));
  try {
    const finding = await Promise.race([look(), late]);
    return { name, ...finding, todo: finding.state === 'ok' ? '' : finding.todo || todo };
  } catch (error) {
    return { name, state: 'bad', note: sentenceOf(asUnavailable(error)), todo };
  } finally {
    clearTimeout(timer);
  }
}

type Office = CommandSession['office'];

async function migrations({ prisma }: Office): Promise<Finding> {
  const applied = new Set(await appliedMigrations(prisma));
  const missing = migrationNames().filter((name) => !applied.has(name));
  return missing.length === 0
    ? ok(`已是最新(${applied.size}项)`)
    : { state: 'bad', note: `缺少${missing.join('、')}`, todo: '' };
}

async function worker(office: Office): Promise<Finding> {
  const note = await hasPollers(office);
  return note ? { state: 'bad', note, todo: '' } : ok('正在领取任务');
}

/** Years that running plans reach into without a published notice. */
async function calendar({ prisma, realNow }: Office): Promise<Finding> {
  const { version, years } = await loadCalendar(prisma);
  const published = years.filter((year) => year.published).map(({ year }) => year);
  const thisYear = realNow().getFullYear();
  const missing = [thisYear, thisYear + 1].filter((year) => !published.includes(year));
  if (missing.length === 0) return ok(`第${version}版,已公布至${Math.max(...published)}年`);
  return {
    state: 'warning',
    note: `第${version}版,${missing.join('、')}年放假安排尚未载入,暂按周一至周五推算`,
    todo: '',
  };
}

async function watchdog({ prisma, clock }: Office): Promise<Finding> {
  const late = await overdueEntities(prisma, clock);
  return late.length === 0
    ? ok('没有漏过的时点')
    : { state: 'bad', note: `${late.length}项工作的时点已过而未处理`, todo: '' };
}

async function inbox({ prisma }: Office): Promise<Finding> {
  const stuck = await prisma.inbox.count({
    where: { status: 'open', receivedAt: { lt: new Date(Date.now() - 5 * 60_000) } },
  });
  return stuck === 0 ? ok('没有积压') : { state: 'warning', note: `${stuck}条答复超过5分钟未登记`, todo: '' };
}

/** What the settings name, as the running bot sees it, and whether anybody is bound there yet. */
async function channels({ prisma }: Office, http: string, chat: CommandSession['chat']): Promise<Finding> {
  if (!chat.slack && !chat.telegram) return ok('未接入 Slack 或 Telegram,联络员使用网页收件箱');
  const connected = await connectedChannels(http);
  if (connected === null)
    return { state: 'warning', note: '机器人进程没有应答,渠道状态未知', todo: '请运行 npm start。' };
  const note = connected.map(channelText).join(';');
  if (connected.some(({ state }) => state !== 'ok')) return { state: 'warning', note, todo: '' };
  const bound = await prisma.account.groupBy({
    by: ['channel'],
    where: { revokedAt: null, channel: { in: connected.map(({ channel }) => channel) } },
    _count: true,
  });
  const count = bound.reduce((sum, { _count }) => sum + _count, 0);
  return ok(count === 0 ? `${note};尚无人绑定,请运行 ${BIND_COMMAND}` : `${note};已绑定${count}人`);
}

async function page(http: string): Promise<Finding> {
  const answer = await fetch(`${http}/healthz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
  return answer?.ok ? ok(http) : { state: 'warning', note: `${http} 没有应答,命令行仍可使用`, todo: '' };
}
