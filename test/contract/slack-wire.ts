import type { KnownBlock } from '@slack/types';
import { createSlackListener } from '../../bot/slack/listener.ts';
import { createSlackPort } from '../../bot/slack/port.ts';
import { heardYes, post, type HttpTarget } from '../fakes/slack/deliver-http.ts';
import { mountRoute } from '../fakes/slack/mount-route.ts';
import { startFakeSlack, type FakeSlack } from '../fakes/slack/server.ts';
import type { FaultMode } from '../fakes/slack/faults.ts';
import type { Heard, PortUnderTest, Refusal, Shown, Wire } from './wire.ts';
import type { World } from './bot/world.ts';

const SIGNING_SECRET = 'a-signing-secret-for-tests';
const TEAM = 'T0FAKE001';
/** Short, so that a lost answer is soon known as lost. */
const TIMEOUT_MS = 1_000;

const userId = (personId: string): string => `U0${personId.replaceAll('-', '').toUpperCase()}`;

/** Slack by one of its two ways in, as the contract wants it. */
export function slackUnderTest(way: 'HTTP' | 'Socket Mode'): PortUnderTest {
  let fake: FakeSlack;
  let noIsExpected = (): boolean => false;
  return {
    name: `slack over ${way}`,
    channel: 'slack',
    team: TEAM,
    externalId: userId,
    takesPosts: way === 'HTTP',
    async ports() {
      fake = await startFakeSlack({ team: TEAM, ackWithinMs: () => (noIsExpected() ? 800 : 10_000) });
      for (const personId of ['person-unit-a', 'person-unit-b']) fake.workspace.addUser(userId(personId));
      const { apiUrl, workspace } = fake;
      return [createSlackPort({ token: workspace.token, apiUrl, timeoutMs: TIMEOUT_MS })];
    },
    open(world) {
      noIsExpected = () => world.failAt.point !== null;
      return openWire(world, fake, way);
    },
  };
}

async function openWire(world: World, fake: FakeSlack, way: 'HTTP' | 'Socket Mode'): Promise<Wire> {
  const { apiUrl, workspace, people, faults } = fake;
  const listener = createSlackListener({
    inbox: world.inbox,
    token: workspace.token,
    ...(way === 'HTTP' ? { signingSecret: SIGNING_SECRET } : { appToken: workspace.appToken }),
    teamId: TEAM,
    apiUrl,
    log: () => undefined,
    realNow: () => new Date(),
  });
  const web = await mountRoute(listener);
  const target = { url: web?.url ?? '', signingSecret: SIGNING_SECRET };
  if (web) fake.postTo(target);
  await listener.start();
  const heard = async (delivered: Promise<{ status: number }>): Promise<Heard> =>
    heardYes(await delivered) ? 'yes' : 'no';

  return {
    type: (personId, text) => heard(people.type(userId(personId), text)),
    press: (personId, buttonId) => heard(people.press(userId(personId), buttonId)),
    edit: (personId, text) => heard(people.edit(userId(personId), text)),
    replyTo: (personId, { ts }, text) => heard(people.type(userId(personId), text, { threadTs: String(ts) })),
    redeliverLast: () => heard(people.redeliver()),
    redeliverUnderNewId: () => heard(people.redeliver({ newEventId: true })),
    ...(web ? { attacks: attacksOn(target, fake) } : {}),
    refuseNext: (_, how) => faults.inject({ method: 'chat.postMessage', mode: FAULTS[how] }),
    shown: () =>
      workspace.messages
        .filter(({ bot }) => bot)
        .map(({ channel, ts, blocks, threadTs }) => ({
          ...seen({ channel, ts }, blocks),
          ...(threadTs === null ? {} : { thread: threadTs }),
        })),
    async close() {
      await listener.stop();
      await web?.close();
      await fake.close();
    },
  };
}

const FAULTS: Record<Refusal, FaultMode> = {
  gone: { kind: 'error', error: 'is_archived' },
  revoked: { kind: 'error', error: 'token_revoked' },
  busy: { kind: 'rate-limited', retryAfterSeconds: 30 },
  broken: { kind: 'bad-gateway' },
  unsure: { kind: 'store-then-hang' },
};

const attacksOn = (target: HttpTarget, { people }: FakeSlack): NonNullable<Wire['attacks']> => ({
  wrongSecret: (personId, text) => post(target, people.typed(userId(personId), text), { secret: 'another-secret' }),
  noSecret: (personId, text) => post(target, people.typed(userId(personId), text), { signature: 'missing' }),
  tooLarge: (personId) => post(target, people.typed(userId(personId), '长'.repeat(400_000))),
  signedAt: (personId, text, skewMs) => post(target, people.typed(userId(personId), text), { skewMs }),
});

function seen(ref: { channel: string; ts: string }, blocks: KnownBlock[]): Shown {
  const texts: string[] = [];
  const buttonIds: string[] = [];
  for (const block of blocks) {
    if ((block.type === 'header' || block.type === 'section') && block.text) texts.push(block.text.text);
    if (block.type === 'context')
      texts.push(
        ...block.elements.flatMap((each) => ('text' in each && typeof each.text === 'string' ? each.text : [])),
      );
    if (block.type === 'actions')
      buttonIds.push(...block.elements.flatMap((each) => (each.type === 'button' ? (each.value ?? []) : [])));
  }
  return { ref, text: texts.join('\n'), buttonIds };
}
