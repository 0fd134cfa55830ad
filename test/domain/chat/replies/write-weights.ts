// node setup/bootstrap.mjs test/domain/chat/replies/write-weights.ts: learns the weights of the doubts anew from tuning.jsonl.
import { writeFileSync } from 'node:fs';
import { readByRule } from '../../../../domain/chat/understand/read-reply.ts';
import { SEED_CALENDAR } from '../../../../seeds/calendar/calendar.ts';
import { learnWeights } from './learn-weights.ts';
import { casesIn } from './score.ts';

const learnt = learnWeights(casesIn('tuning.jsonl'), (one) => readByRule(one.case, SEED_CALENDAR));
const entries = [...learnt].map(
  ([key, { bias, grams }]) =>
    `  ${key.includes('-') ? `'${key}'` : key}: {\n    bias: ${bias},\n    grams: \`\n${[...grams].map((gram) => gram.join(' ')).join('\n')}\n\`,\n  },\n`,
);
writeFileSync(
  new URL('../../../../domain/chat/understand/doubt/weights.ts', import.meta.url),
  `// Written by test/domain/chat/replies/write-weights.ts from tuning.jsonl; not to be edited by hand.\n` +
    `export const WEIGHTS: Record<string, { bias: number; grams: string }> = {\n${entries.join('')}};\n`,
);
