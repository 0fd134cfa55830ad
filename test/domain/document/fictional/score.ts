// node test/domain/document/fictional/score.ts [--seeds A-B] [--held-back] [--by-hand] [--worst N] [--field NAME] [--final] [--questions]
// Scores the reader on fictional plans. Held-back plans (seeds ≡ 0 mod 3, held-back-… by hand) show their totals only,
// unless --final: what is tuned on them can't judge any more.
import { parseArgs } from 'node:util';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import { plansByHand } from './by-hand.ts';
import { f1 } from './compare.ts';
import { generatePlan } from './generate.ts';
import { sharesOf, sumOfMeasures } from './question-measure.ts';
import { byFeature, meanF1, scorePlan, totals, type Scored } from './score-reader.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    'held-back': { type: 'boolean', default: false },
    'by-hand': { type: 'boolean', default: false },
    worst: { type: 'string', default: '3' },
    field: { type: 'string' },
    final: { type: 'boolean', default: false },
    questions: { type: 'boolean', default: false },
  },
});

const GOAL = ['task titles', 'leadUnits', 'responsibleUnits', 'phases', 'phase dates', 'target figures'];
const heldBack = values['held-back'];
const open = !heldBack || values.final;

function plans() {
  const [first = 1, last = first] = (values.seeds ?? '').split('-').filter(Boolean).map(Number);
  const seeds = (values.seeds ?? !values['by-hand']) ? range(first, values.seeds ? last : 300) : [];
  const generated = seeds.filter((seed) => (seed % 3 === 0) === heldBack).map(generatePlan);
  return [...(values['by-hand'] ? plansByHand(heldBack) : []), ...generated];
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const scored = plans().map((plan) => scorePlan(plan, readPlan));
const line = (name: string, sum: { known: number; read: number; hit: number }) =>
  `${name.padEnd(32)} known ${String(sum.known).padStart(6)}  read ${String(sum.read).padStart(6)}  F1 ${f1(sum).toFixed(4)}`;

console.log(
  `${scored.length} plans${heldBack ? ', held back' : ''}; ${scored.filter(({ draft }) => draft === null).length} refused`,
);
for (const [field, sum] of totals(scored)) {
  console.log(line(field, sum));
}
if (values.questions) showQuestions();
else if (open) {
  console.log('\nby layout, over the fields of the goal:');
  const sums = [...byFeature(scored, GOAL)].sort(([a], [b]) => a.localeCompare(b));
  for (const [feature, sum] of sums) console.log(line(feature, sum));
  showWorst();
}

function showWorst(): void {
  const fields = values.field ? [values.field] : GOAL;
  const order = (one: Scored) => meanF1(one, fields);
  for (const one of scored
    .filter(({ rows }) => fields.some((field) => rows.has(field)))
    .sort((a, b) => order(a) - order(b))
    .slice(0, Number(values.worst))) {
    console.log(`\n${one.plan.name}  ${order(one).toFixed(3)}  ${one.plan.features.join(' ')}`);
    for (const [field, row] of one.rows) {
      if (values.field && field !== values.field) continue;
      if (row.missing.length + row.extra.length > 0) console.log(`  ${field}: ${f1(row).toFixed(3)}`);
      for (const fact of row.missing.slice(0, 60)) console.log(`    missing ${fact}`);
      for (const fact of row.extra.slice(0, 60)) console.log(`    extra   ${fact}`);
    }
  }
}

/** Where the reader is wrong, does it ask? And does it ask where it is right? */
function showQuestions(): void {
  const measure = sumOfMeasures(scored);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log('\nquestions: wrong facts asked about, right fields asked about without need');
  for (const [kind, { wrong, asked, right, needless, unasked }] of measure) {
    console.log(
      `${kind.padEnd(12)} wrong ${String(wrong).padStart(4)}, asked ${String(asked).padStart(4)}` +
        `   right ${String(right).padStart(6)}, needless ${needless} (${percent(needless / Math.max(1, right))})`,
    );
    if (open) for (const fact of unasked.slice(0, Number(values.worst))) console.log(`    ${fact}`);
  }
  const { asked, needless } = sharesOf(measure);
  console.log(`all: asked ${percent(asked)} of the wrong, ${percent(needless)} of the right`);
}
