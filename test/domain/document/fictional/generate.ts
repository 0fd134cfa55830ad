import { makeWorld } from './facts/world.ts';
import { featuresOf } from './layout.ts';
import { addNoise } from './noise.ts';
import { printDocument } from './print/document.ts';
import { traditional, traditionalFacts } from './traditional.ts';
import type { FictionalPlan } from './types.ts';

/** The fictional plan of a seed: the same facts and the same print every time. */
export function generatePlan(seed: number): FictionalPlan {
  const world = makeWorld(seed);
  const printed = printDocument(world);
  const isTraditional = world.layout.script === 'traditional';
  const clean = isTraditional ? traditional(printed) : printed;
  const facts = isTraditional ? traditionalFacts(world.facts) : world.facts;
  const text = addNoise(world.random, clean, world.layout);
  const format = world.random.chance(0.4) ? 'docx' : 'txt';
  const units = facts.tasks.reduce((sum, task) => sum + task.leadUnits.length + task.responsibleUnits.length, 0);
  return {
    name: `seed ${seed}`,
    facts,
    clean,
    text,
    format,
    features: [
      ...featuresOf(world.layout),
      ...(world.layout.phases === 'section' ? [`steps:${world.steps}`] : []),
      `format:${format}`,
      `level:${world.place.level}`,
      `units printed:${units > 80 ? 'many' : 'few'}`,
    ],
  };
}
