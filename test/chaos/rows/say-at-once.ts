import type { Answer } from '../answers.ts';
import type { Finding } from '../judge.ts';
import { rest } from '../rounds.ts';
import type { Stage } from './row.ts';
import { form, found, partOf, post } from './say.ts';

/** Both within 10 ms: both on record, the one that was received last stands. */
export async function sayAtOnce(stage: Stage, answers: Answer[]): Promise<Finding[]> {
  const { world } = stage;
  const pairs = await Promise.all(
    answers.map(async (answer) => ({
      answer,
      keys: await Promise.all([40, 90].map((progress) => post(world, answer.personId, form(answer, progress)))),
    })),
  );
  await rest(world, stage.run);
  const findings: Finding[] = [];
  for (const { answer, keys } of pairs) {
    const rows = await world.prisma.inbox.findMany({
      where: { dedupeKey: { in: keys } },
      include: { items: true },
      orderBy: [{ planAt: 'asc' }, { receivedAt: 'asc' }, { id: 'asc' }],
    });
    const progressOf = (row: (typeof rows)[number] | undefined): number =>
      (row?.items[0]?.reading as { progress: number } | undefined)?.progress ?? -1;
    const [earlier, later] = rows;
    const both = rows.length === 2 && rows.every(({ outcome }) => outcome === 'recorded');
    // Received in the same millisecond, either may stand.
    const same = earlier?.planAt.getTime() === later?.planAt.getTime();
    const part = await partOf(world, answer);
    const stands = same
      ? [progressOf(earlier), progressOf(later)].includes(part?.progress ?? -1)
      : part?.progress === progressOf(later);
    if (!both || !stands)
      findings.push(
        found(
          `${rows.length} on record, the state has ${part?.progress} and not ${progressOf(later)}`,
          `${answer.entityId} ${answer.partId}`,
        ),
      );
  }
  return findings;
}
