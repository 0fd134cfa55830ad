import { afterAll, expect, test } from 'vitest';
import { expected, play, SpoiltRunError, type Played } from './play.ts';
import type { Story } from './story.ts';
import { openWorld, type World } from './world.ts';

/** Each row of a group as one test, on one server, in their order. */
export function playGroup(stories: readonly Story[]): void {
  let world: World | null = null;
  const leave = async (): Promise<void> => {
    await world?.stop();
    world = null;
  };
  afterAll(leave);

  /** A run that the server has spoilt is played again on a fresh one, twice at most. */
  async function playSound(story: Story): Promise<Played> {
    for (let attempt = 1; ; attempt += 1) {
      world ??= await openWorld();
      try {
        return await play(world, story);
      } catch (error) {
        await leave();
        if (!(error instanceof SpoiltRunError) || attempt > 2) throw error;
      }
    }
  }

  test.each(stories)('$name', async (story) => {
    expect(await playSound(story)).toEqual(expected(story));
  });
}
