import { gramsOf } from '../../../../domain/chat/understand/doubt/grams.ts';
import { weighed, type Weights } from '../../../../domain/chat/understand/doubt/doubts.ts';
import type { ReplyReading } from '../../../../domain/chat/understand/types.ts';
import type { Gold } from './score.ts';

/** A gram that fewer items have is left out. */
const FEWEST = 4;
/** Of each value as many grams as weigh most. */
const KEPT = 2_000;
const ROUNDS = 60;
const STEP = 0.3;
const SHRINK = 0.0002;
const KEYS = 'not-started in-progress blocked done blocker date extension help handover leave correction dispute'.split(
  ' ',
);

const squash = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/\s/g, '');

/**
 * What the words of an item weigh for each value: a logistic regression by value on the items of these cases, of which
 * `read` gives the words and the hand-made reading the values. The same cases give the same weights.
 */
export function learnWeights(cases: readonly Gold[], read: (one: Gold) => ReplyReading): Map<string, Weights> {
  const examples = cases.flatMap((one) =>
    read(one).items.flatMap((item) => {
      const no = squash(one.case.open[item.task]?.no);
      const gold = one.reading.items.find((other) => squash(other.no) === no);
      if (!gold) return [];
      return [{ grams: gramsOf(item.words), keys: new Set(weighed(gold).map(({ key }) => key)) }];
    }),
  );
  const often = new Map<string, number>();
  for (const { grams } of examples) for (const gram of grams) often.set(gram, (often.get(gram) ?? 0) + 1);
  const known = [...often].filter(([, count]) => count >= FEWEST).map(([gram]) => gram);
  const at = new Map(known.map((gram, index) => [gram, index]));
  const rows = examples.map(({ grams, keys }) => ({
    scale: 1 / Math.sqrt(grams.length),
    grams: grams.flatMap((gram) => at.get(gram) ?? []),
    keys,
  }));
  return new Map(KEYS.map((key) => [key, regression(rows, key, known)]));
}

/** By steps that grow smaller for what was met often (AdaGrad), over the rows in an order that is mixed the same way. */
function regression(
  rows: readonly { scale: number; grams: number[]; keys: ReadonlySet<string> }[],
  key: string,
  known: readonly string[],
): Weights {
  const weights = new Float64Array(known.length);
  const met = new Float64Array(known.length).fill(1e-6);
  let bias = 0;
  let biasMet = 1e-6;
  let seed = 7;
  const order = rows.map((_, index) => index);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let last = order.length - 1; last > 0; last -= 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const other = seed % (last + 1);
      [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
    }
    for (const index of order) {
      const row = rows[index];
      if (!row) continue;
      const sum = row.grams.reduce((left, gram) => left + (weights[gram] ?? 0), 0) * row.scale + bias;
      const off = 1 / (1 + Math.exp(-sum)) - (row.keys.has(key) ? 1 : 0);
      biasMet += off * off;
      bias -= (STEP * off) / Math.sqrt(biasMet);
      for (const gram of row.grams) {
        const slope = (off + SHRINK * (weights[gram] ?? 0)) * row.scale;
        met[gram] = (met[gram] ?? 0) + slope * slope;
        weights[gram] = (weights[gram] ?? 0) - (STEP * slope) / Math.sqrt(met[gram] ?? 1);
      }
    }
  }
  const heaviest = [...weights.entries()]
    .sort(([a, one], [b, other]) => Math.abs(other) - Math.abs(one) || a - b)
    .slice(0, KEPT)
    .map(([gram, weight]): [string, number] => [known[gram] ?? '', Math.round(weight * 100)])
    .filter(([, weight]) => weight !== 0);
  return { bias: Math.round(bias * 100), grams: new Map(heaviest) };
}
