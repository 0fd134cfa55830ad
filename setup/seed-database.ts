import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { projectRoot } from './environment.ts';

type SeedModule = { loadSeeds(options: { databaseUrl: string }): Promise<void> };

/** Loads the plans, units and calendars that come with Duban; those already there are left as they are. */
export async function seedDatabase(databaseUrl: string): Promise<void> {
  const path = join(projectRoot, 'seeds/load.ts');
  if (!existsSync(path)) return;
  const { loadSeeds } = (await import(pathToFileURL(path).href)) as SeedModule;
  await loadSeeds({ databaseUrl });
}
