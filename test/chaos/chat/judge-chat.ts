import type { Finding } from '../judge.ts';
import { judgeRun, type Run } from '../rounds.ts';
import type { World } from '../world.ts';
import type { ChatTalk } from './people.ts';
import type { Providers } from './providers.ts';
import { taken } from './taken.ts';

/**
 * The laws over both providers' ledgers. A message that was on its way at a kill may come twice on Telegram, which
 * can't say what it took; Slack can be asked, so nothing comes twice there. `unsure`: deliveries of which a fault
 * other than a kill left open whether they arrived, once for each time.
 */
export async function judgeChat(world: World, run: Run, talk: ChatTalk, unsure: string[] = []): Promise<Finding[]> {
  const providers = chatOf(world);
  const sending = [...run.kills.flatMap(({ sending: ids }) => ids), ...unsure];
  const onTelegram = await world.prisma.delivery.findMany({
    where: { id: { in: sending }, channel: 'telegram' },
    select: { id: true },
  });
  const ids = new Set(onTelegram.map(({ id }) => id));
  const findings = await judgeRun(world, run, {
    channels: ['slack', 'telegram'],
    ledger: await taken(world.prisma, providers),
    ambiguous: sending.filter((id) => ids.has(id)),
    answers: talk.typed,
  });
  return [
    ...findings,
    ...talk.failed.map((where): Finding => ({ law: 'R', what: 'came to nothing', where })),
    ...(await judgePresses(world, talk)),
  ];
}

export function chatOf({ chat }: World): Providers {
  if (!chat) throw new Error('this world has no chat');
  return chat;
}

/** Each press that was said yes to is on record and done; what it recorded the law R counts. */
async function judgePresses({ prisma }: World, talk: ChatTalk): Promise<Finding[]> {
  const rows = await prisma.inbox.findMany({ where: { kind: 'button' } });
  const cards = await prisma.proposal.groupBy({ by: ['status'], _count: true });
  const open = cards.filter(({ status }) => status !== 'confirmed');
  return [
    ...(rows.length < talk.presses
      ? [found(`${talk.presses} presses were acknowledged, ${rows.length} are on record`, 'presses')]
      : []),
    // Pressed twice, because the first yes was lost: the second finds the card closed, and says so.
    ...rows
      .filter(({ outcome, error }) => outcome !== 'recorded' && error !== 'CARD_CLOSED')
      .map(({ dedupeKey, outcome, error }) => found(`ended as ${outcome} (${error ?? 'no reason'})`, dedupeKey)),
    ...open.map(({ status, _count }) => found(`${_count} cards are ${status}`, 'cards')),
  ];
}

const found = (what: string, where: string): Finding => ({ law: 'R', what, where });
