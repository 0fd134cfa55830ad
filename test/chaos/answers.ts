import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { openSession } from '../../web/server/session.ts';
import type { World } from './world.ts';

/** One answer of one person about one part, as its author's client knows it. */
export interface Answer {
  personId: string;
  entityId: string;
  partId: string;
  /** Kept at every repetition, as a provider redelivers. */
  clientId: string;
  words: string;
  acknowledged: boolean;
  tries: number;
}

const GIVE_UP_MS = 120_000;
const TRY_AGAIN_MS = 200;
const TIMEOUT_MS = 10_000;

/** The key under which the inbox knows it (bot/web-inbox/receive.ts). */
export const dedupeKeyOf = ({ personId, clientId }: Pick<Answer, 'personId' | 'clientId'>): string =>
  `web/${personId}/${clientId}`;

/** One answer for each part, by the liaison who answers for it. */
export async function answersForAll({ prisma }: World, words: string): Promise<Answer[]> {
  const rows = await prisma.checkpoint.findMany({
    where: { kind: 'task', status: 'open' },
    select: { entityId: true, state: true },
  });
  const memberships = await prisma.membership.findMany({ where: { active: true } });
  return rows.flatMap(({ entityId, state }) =>
    (state as unknown as { parts: { id: string; unitId: string }[] }).parts.map(({ id, unitId }) => {
      const taskId = entityId.slice('task/'.length);
      const whose = memberships.find((one) => one.unitId === unitId && one.taskIds.includes(taskId));
      return {
        personId: whose?.personId ?? '',
        entityId,
        partId: id,
        clientId: randomUUID(),
        words,
        acknowledged: false,
        tries: 0,
      };
    }),
  );
}

/** Gives them all, some at once, each again and again until it is acknowledged. */
export async function give(world: World, answers: Answer[], atOnce = 12): Promise<void> {
  const cookies = world.ownBot ? await sessions(world, answers) : new Map<string, string>();
  const waiting = [...answers];
  const one = async (): Promise<void> => {
    for (let answer = waiting.shift(); answer; answer = waiting.shift()) await insist(world, answer, cookies);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

async function insist(world: World, answer: Answer, cookies: Map<string, string>): Promise<void> {
  const until = Date.now() + GIVE_UP_MS;
  while (!answer.acknowledged && Date.now() < until) {
    answer.tries += 1;
    answer.acknowledged = await post(world, answer, cookies.get(answer.personId)).catch(() => false);
    if (!answer.acknowledged) await pause(TRY_AGAIN_MS);
  }
}

async function post({ botAddress, ownBot }: World, answer: Answer, token: string | undefined): Promise<boolean> {
  const lines = [{ entityId: answer.entityId, partId: answer.partId, words: answer.words }];
  const request = ownBot
    ? { path: '/api/inbox/form', body: { lines, clientId: answer.clientId } }
    : { path: '/receive', body: formMessage(answer, lines) };
  const response = await fetch(`${botAddress}${request.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-duban': '1', cookie: `duban_session=${token ?? ''}` },
    body: JSON.stringify(request.body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await response.text();
  return response.ok;
}

const formMessage = (answer: Answer, lines: unknown[]) => ({
  address: { channel: 'web', team: '', externalId: answer.personId },
  dedupeKey: dedupeKeyOf(answer),
  kind: 'form',
  text: null,
  payload: { lines },
  receivedAt: new Date().toISOString(),
});

async function sessions({ prisma }: World, answers: Answer[]): Promise<Map<string, string>> {
  const persons = [...new Set(answers.map(({ personId }) => personId))];
  return new Map(
    await Promise.all(
      persons.map(async (personId): Promise<[string, string]> => [
        personId,
        await openSession(prisma, personId, new Date()),
      ]),
    ),
  );
}
