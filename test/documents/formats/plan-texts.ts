import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../setup/environment.ts';

/** A plan's plain text by a short name. */
export interface PlanText {
  name: string;
  text: string;
}

const demo = join(projectRoot, 'seeds/demo/plan.txt');
/** The published texts stand beside the repository, not in it. */
const published = join(projectRoot, '../shared/seeds');

/** The fictional plan of the demo, and the published ones where they are at hand. */
export const planTexts = (): PlanText[] => [
  { name: 'demo', text: readFileSync(demo, 'utf8') },
  ...(existsSync(published) ? readdirSync(published).sort() : []).map((file) => ({
    name: file.slice(0, 3),
    text: readFileSync(join(published, file), 'utf8'),
  })),
];
