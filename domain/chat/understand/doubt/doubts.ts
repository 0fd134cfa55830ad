import type { ReplyDoubt, ReplyItem } from '../types.ts';
import { gramsOf } from './grams.ts';
import { WEIGHTS } from './weights.ts';

/** Weighed words of one stated value: what speaks for it is above zero. Hundredths of a logarithm of odds. */
export interface Weights {
  bias: number;
  grams: ReadonlyMap<string, number>;
}

/** A value that weighs less is asked about: by the weights the words bear it out less than once in five times. */
const LEAST = -150;
const READABLE = /^[\u4e00-\u9fff]+$/;
/** As many words as a doubt names. */
const NAMED = 3;
/** What the weights were never learnt on is not judged by them. */
const CHINESE = /[\u4e00-\u9fff]/;

/** The values of an item that are weighed, as the keys of their weights. */
export const weighed = ({
  status,
  blocker,
  request,
  date,
}: Pick<ReplyItem, ReplyDoubt['field']>): { field: ReplyDoubt['field']; key: string }[] =>
  [
    { field: 'status' as const, key: status },
    { field: 'blocker' as const, key: blocker && 'blocker' },
    { field: 'request' as const, key: request },
    { field: 'date' as const, key: date && 'date' },
  ].flatMap(({ field, key }) => (key === null || key === '' ? [] : [{ field, key }]));

/** What the words of an item weigh for one value, without what each is by itself. */
export const weightOf = (grams: readonly string[], { bias, grams: weights }: Weights): number =>
  bias + grams.reduce((sum, gram) => sum + (weights.get(gram) ?? 0), 0) / Math.sqrt(grams.length);

/** Stated values that words like these were seldom seen to mean, each with the words that weigh most against it. */
export function doubtsOf(item: ReplyItem): (ReplyDoubt & { weight: number })[] {
  if (!CHINESE.test(item.words)) return [];
  const grams = gramsOf(item.words);
  return weighed(item).flatMap(({ field, key }) => {
    const weights = weightsOf(key);
    const weight = weights ? weightOf(grams, weights) : 0;
    return weights && weight < LEAST ? [{ field, against: heaviest(grams, weights.grams), weight }] : [];
  });
}

/** Of the words that weigh against it those that a person can read, none within another. */
function heaviest(grams: readonly string[], weights: Weights['grams']): string[] {
  const of = (gram: string): number => weights.get(gram) ?? 0;
  return grams
    .filter((gram) => of(gram) < 0 && READABLE.test(gram))
    .sort((a, b) => of(a) - of(b))
    .reduce<string[]>(
      (named, gram) =>
        named.length === NAMED || named.some((one) => one.includes(gram) || gram.includes(one))
          ? named
          : [...named, gram],
      [],
    );
}

const read = new Map<string, Weights>();

function weightsOf(key: string): Weights | undefined {
  const known = read.get(key);
  const written = WEIGHTS[key];
  if (known || !written) return known;
  const grams = new Map(
    written.grams
      .trim()
      .split('\n')
      .map((line): [string, number] => {
        const [gram = '', weight = '0'] = line.split(' ');
        return [gram, Number(weight)];
      }),
  );
  const weights = { bias: written.bias, grams };
  read.set(key, weights);
  return weights;
}
