import { StandsStillError } from '../workflows/harness.ts';
import { isSpoilt } from '../workflows/run-to-end.ts';
import { eventLines } from './event-lines.ts';
import { promptLines } from './prompt-lines.ts';
import { openStage, type Stage } from './stage.ts';
import type { Story } from './story.ts';
import type { World } from './world.ts';

/** What a story came to, in the notation of its row. */
export interface Played {
  /** What was said at each step whose words the row names, and what failed unexpectedly. */
  steps: string[];
  prompts: string[];
  events: string[];
}

/** The skipping server is at fault (see run-to-end.ts): its world is of no use any more, the story may be. */
export class SpoiltRunError extends Error {
  override name = 'SpoiltRunError';
}

export const expected = ({ steps, prompts, events }: Story): Played => ({
  steps: steps.flatMap(({ at, act, says }) => (says === null ? [] : told(at, act.label, says))),
  prompts,
  events,
});

/** Plays one story on its own clock and takes it off the server again. Throws SpoiltRunError. */
export async function play(world: World, story: Story): Promise<Played> {
  const stage = await openStage(world, story);
  const played = await playOn(stage, story).catch(async (error: unknown) => {
    if (error instanceof StandsStillError || (await isSpoilt({ h: world.h, clockId: stage.clockId })))
      throw new SpoiltRunError('the skipping server spoilt this run', { cause: error });
    await stage.close();
    throw error;
  });
  await stage.close();
  return played;
}

async function playOn(stage: Stage, story: Story): Promise<Played> {
  const steps: string[] = [];
  for (const { at, act, says } of story.steps) {
    await stage.runUntil(stage.time.instant(at));
    const end = await act.begin(stage);
    await stage.settle();
    const { ok, said } = await end();
    if (says !== null || !ok) steps.push(...told(at, act.label, said));
  }
  await stage.runUntil(stage.time.instant(story.end));
  return { steps, prompts: await promptLines(stage), events: await eventLines(stage) };
}

const told = (at: string, label: string, said: string[]): string[] => [
  `${at} ${label}`,
  ...said.map((line) => `  ${line}`),
];
