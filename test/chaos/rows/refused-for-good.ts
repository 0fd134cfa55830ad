import { storeContact } from '../../../prisma/store-contact.ts';
import type { Address } from '../../../domain/chat/port.ts';
import { chatOf } from '../chat/judge-chat.ts';
import { takenSoFar } from '../chat/taken.ts';
import { untilTrue } from '../chat/until.ts';
import type { Finding } from '../judge.ts';
import { rest } from '../rounds.ts';
import { moveOn, signed } from './chat-rounds.ts';
import type { Row, Stage } from './row.ts';

const HEAD = 'U0HEAD001';
/** What the sender has claimed at once it still tries; then nobody calls for a quarter of an hour. */
const BATCH = 12;
/** Long enough for a loop to show. */
const LOOK_MS = 20_000;

/** Row 16: what no retry mends. Each refusal is planted once: whoever is called again would have the message. */
export const refusedForGood: Row = {
  row: 16,
  fault: 'blocked, channel_not_found, token_revoked, chat migrated',
  bot: 'product',
  chat: 'http',
  async play(stage) {
    const { world, run } = stage;
    await signed(stage);
    const { slack, telegram } = chatOf(world);
    const [gone, , other] = [...slack.workspace.users.values()];
    const people = [...chatOf(world).addresses.entries()].filter(([, { channel }]) => channel === 'telegram');
    const [blocked, moved] = people;
    if (!gone || !other || !blocked || !moved) throw new Error('too few people');
    await addHead(stage, blocked[0]);
    const groupFrom = -4_000_000_001;
    const groupTo = -1_001_000_000_001;
    telegram.people.group(groupFrom, '联络群');
    telegram.people.migrate(groupFrom, groupTo);
    await readdress(stage, moved, String(groupFrom));
    const count = { slack: slack.workspace.ledger.length, telegram: telegram.ledger.length };
    const slackSince = () => slack.workspace.ledger.slice(count.slack).map(({ channel }) => channel);
    const telegramSince = () => telegram.ledger.slice(count.telegram).map(({ chat }) => chat);

    slack.faults.inject({
      method: 'chat.postMessage',
      channel: gone.dm,
      mode: { kind: 'error', error: 'channel_not_found' },
    });
    telegram.failNext(
      { kind: 'refuse', code: 403, description: 'Forbidden: bot was blocked by the user' },
      { method: 'sendMessage', chat: Number(blocked[1].externalId) },
    );
    await moveOn(stage);
    const findings: Finding[] = [];
    const headDm = slack.workspace.users.get(HEAD)?.dm ?? '';
    if (!(await untilTrue(() => slackSince().includes(headDm), 60_000)))
      findings.push({ law: 'L', what: 'heard nothing of a liaison who stopped the bot', where: 'unit head' });
    if (!(await untilTrue(() => telegramSince().includes(groupTo), 60_000)))
      findings.push({ law: 'L', what: 'got nothing under its new id', where: String(groupTo) });
    await rest(world, run);
    if (slackSince().includes(gone.dm)) findings.push({ law: 'D', what: 'was called again', where: gone.id });
    if (telegramSince().includes(Number(blocked[1].externalId)))
      findings.push({ law: 'D', what: 'was called again', where: blocked[1].externalId });
    const revoked = await revoke(stage);
    await rest(world, run);
    const items = await world.prisma.officeItem.findMany({ where: { kind: 'undeliverable' }, select: { key: true } });
    if (!items.some(({ key }) => key === 'channel-down/slack'))
      findings.push({ law: 'L', what: 'was not told that Slack takes nothing', where: 'the office' });
    if (revoked.calls > BATCH)
      findings.push({ law: 'D', what: `${revoked.calls} calls with a revoked token in ${LOOK_MS} ms`, where: 'slack' });
    return {
      findings,
      figures: { callsWhileRevoked: revoked.calls, officeItems: items.length, messages: takenSoFar(chatOf(world)).all },
    };
  },
};

/** The next instant's digests with a token that Slack refuses; then it is mended, and its time runs out. */
async function revoke(stage: Stage): Promise<{ calls: number }> {
  const { slack } = chatOf(stage.world);
  const { prisma, clock, entities } = stage.world;
  slack.workspace.tokenError = 'token_revoked';
  const calls = () => (slack.calls.get('chat.postMessage') ?? 0) + (slack.calls.get('conversations.open') ?? 0);
  const before = calls();
  await moveOn(stage);
  await untilTrue(() => calls() > before, 60_000);
  await untilTrue(() => calls() > before + BATCH, LOOK_MS);
  const made = calls() - before;
  slack.workspace.tokenError = null;
  await prisma.channelOutage.deleteMany();
  await entities.kickSender('chaos', await clock.offsetMs('chaos'));
  await untilTrue(() => calls() > before + made, 60_000);
  return { calls: made };
}

/** Above the liaison who will stop the bot. */
async function addHead({ world }: Stage, liaison: string): Promise<void> {
  const { unitId } = await world.prisma.membership.findFirstOrThrow({ where: { personId: liaison } });
  chatOf(world).slack.workspace.addUser(HEAD, 'head');
  await storeContact(world.prisma, {
    personId: 'head',
    name: '赵某',
    demo: false,
    unitId,
    rank: 'section-head',
    taskIds: [],
  });
  await world.prisma.account.create({
    data: {
      id: 'chat-head',
      channel: 'slack',
      team: chatOf(world).slack.workspace.team,
      externalId: HEAD,
      personId: 'head',
    },
  });
}

async function readdress({ world }: Stage, [personId]: [string, Address], externalId: string): Promise<void> {
  await world.prisma.account.update({ where: { id: `chat-${personId}` }, data: { externalId } });
}
