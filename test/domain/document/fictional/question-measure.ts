import type { Anchors, Question, Span } from '../../../../domain/document/types.ts';
import { plain } from './compare.ts';
import { anchorOf, draftFacts, FACT_KINDS, factsOf, type Fact, type FactKind } from './facts-with-places.ts';
import { printedPlaces } from './printed-places.ts';
import type { Scored } from './score-reader.ts';

/** `wrong` facts, missing or read that aren't there, and how many carry a question; `right` fields, and how many needlessly do. */
export interface Asked {
  wrong: number;
  asked: number;
  right: number;
  needless: number;
  /** Wrong facts without a question, for whoever tunes. */
  unasked: string[];
}

type Measure = Map<FactKind, Asked>;

const meets = (one: Span | null | undefined, other: Span): boolean =>
  one !== null && one !== undefined && one.start < other.end && one.end > other.start;

const TASK = /^\/tasks(?:\/\d+(?:\/(?:title|no))?)?$/;
const UNITS = /^\/tasks(?:\/\d+(?:\/(?:lead|responsible|other)Units(?:\/\d+)?)?)?$/;
/** By kind of fact: paths of questions about such facts. */
const SPEAKS: Readonly<Record<FactKind, RegExp>> = {
  title: TASK,
  lead: UNITS,
  responsible: UNITS,
  phase: /^\/phases/,
  'phase date': /^\/phases/,
  figure: /^\/targets/,
};

/** Codes that speak of units where they have no unit's own pointer. */
const ALL_UNITS = 'all-units-clause';

/** Of one plan: which wrong facts does a question's pointer or anchor cover, and which right ones does one cover too? */
export function questionMeasure({ plan, draft, questions, anchors }: Scored): Measure {
  const measure: Measure = new Map(
    FACT_KINDS.map((kind) => [kind, { wrong: 0, asked: 0, right: 0, needless: 0, unasked: [] }]),
  );
  if (!draft) return measure;
  const gold = factsOf({ ...plan.facts, targets: plan.facts.targets ?? [] });
  const read = draftFacts(draft).filter(({ kind }) => kind !== 'figure' || plan.facts.targets !== undefined);
  const { missing, extra, right } = apart(gold, read);
  const covered = cover(questions, anchors, read, gold, printedPlaces(plan.text));
  const wrongFields = new Set(extra.map(({ field }) => field));
  for (const fact of missing) wrongFields.add(covered.fieldOf(fact) ?? '');
  for (const fact of [...missing, ...extra]) {
    const row = measure.get(fact.kind);
    if (!row) continue;
    row.wrong += 1;
    if (fact.paths.length > 0 && extra.includes(fact) ? covered.read(fact) : covered.missing(fact)) row.asked += 1;
    else row.unasked.push(`${extra.includes(fact) ? '+' : '-'} ${fact.key}`);
  }
  const fields = new Map(right.filter(({ field }) => !wrongFields.has(field)).map((fact) => [fact.field, fact]));
  for (const fact of fields.values()) {
    const row = measure.get(fact.kind);
    if (!row) continue;
    row.right += 1;
    const own = [fact.field, ...fact.paths.filter((path) => path.startsWith(`${fact.field}/`))];
    const item = /^\/[a-z]+\/\d+/.exec(fact.field)?.[0] ?? fact.field;
    const parts = fact.kind === 'lead' || fact.kind === 'responsible' ? own : fact.paths;
    if (questions.some(({ path }) => path === item || parts.includes(path) || path.startsWith(`${fact.field}/`)))
      row.needless += 1;
  }
  return measure;
}

/** Each fact counts once, as the comparison counts them. */
function apart(gold: readonly Fact[], read: readonly Fact[]) {
  const extra = [...read];
  const right: Fact[] = [];
  const missing = gold.filter(({ kind, key }) => {
    const at = extra.findIndex((fact) => fact.kind === kind && fact.key === key);
    if (at >= 0) right.push(...extra.splice(at, 1));
    return at < 0;
  });
  return { missing, extra, right };
}

function cover(
  questions: readonly Question[],
  anchors: Anchors,
  read: readonly Fact[],
  gold: readonly Fact[],
  placesOf: (words: string) => Span[],
) {
  const asked = new Set(questions.map(({ path }) => path));
  /** Places of the questions that speak of facts of this kind: who does a task says nothing of its title. */
  const spansFor = (fact: Fact): Span[] =>
    questions.flatMap(({ path, anchor }) => (anchor && SPEAKS[fact.kind].test(path) ? [anchor] : []));
  const meetsAny = (fact: Fact, place: Span): boolean => spansFor(fact).some((span) => meets(span, place));
  const heads = gold.filter(({ kind }) => kind === 'title').flatMap(({ words }) => placesOf(words));
  const group = questions.flatMap(({ code, proposal }) => (code === ALL_UNITS ? plain(proposal) : []));
  /** From a task's title to the next title that follows. */
  const region = (owner: string): Span[] =>
    placesOf(owner).map(({ start }) => ({
      start,
      end: Math.min(...heads.filter((head) => head.start > start).map((head) => head.start), start + 2_000),
    }));
  const titleOf = (fact: Fact): Fact[] => gold.filter(({ kind, owner }) => kind === 'title' && owner === fact.owner);
  const sameItem = (fact: Fact): Fact | undefined =>
    read.find(({ kind, owner }) => owner === fact.owner && kind === (isUnit(fact) ? 'title' : fact.kind));
  const listOf = (fact: Fact): string[] => {
    const item = /^\/[a-z]+\/\d+/.exec(sameItem(fact)?.field ?? '')?.[0];
    if (item === undefined) return fact.kind.startsWith('phase') ? ['/phases'] : [];
    return isUnit(fact)
      ? [item, `${item}/leadUnits`, `${item}/responsibleUnits`, `${item}/otherUnits`]
      : [...(sameItem(fact)?.paths ?? []), ...(fact.kind.startsWith('phase') ? ['/phases'] : [])];
  };
  return {
    fieldOf: (fact: Fact): string | undefined => {
      const item = /^\/[a-z]+\/\d+/.exec(sameItem(fact)?.field ?? '')?.[0];
      if (fact.kind === 'lead') return item && `${item}/leadUnits`;
      return fact.kind === 'responsible' ? item && `${item}/responsibleUnits` : sameItem(fact)?.field;
    },
    read: (fact: Fact): boolean => {
      const at = anchorOf(fact, anchors);
      if (fact.paths.some((path) => asked.has(path)) || (at !== null && meetsAny(fact, at))) return true;
      // The owner of what is asked about as no task goes with it.
      const title = read.find(({ kind, field }) => kind === 'title' && field === `${itemOf(fact)}/title`);
      return (
        isUnit(fact) &&
        (title?.paths.some((path) => asked.has(path)) ?? false) &&
        !gold.some(({ kind, key }) => kind === 'title' && key === fact.owner)
      );
    },
    missing: (fact: Fact): boolean => {
      if (listOf(fact).some((path) => asked.has(path))) return true;
      if (isUnit(fact) && group.includes(plain(fact.words))) return true;
      const inRegion = (place: Span): boolean => region(fact.owner).some((part) => meets(part, place));
      if (placesOf(fact.words).some((place) => (!isUnit(fact) || inRegion(place)) && meetsAny(fact, place)))
        return true;
      // Whoever looks at the place of a task that was not read finds its units there.
      return (
        isUnit(fact) &&
        !sameItem(fact) &&
        titleOf(fact).some((one) => placesOf(one.words).some((at) => meetsAny(one, at)))
      );
    },
  };
}

const itemOf = ({ field }: Fact): string => /^\/[a-z]+\/\d+/.exec(field)?.[0] ?? '';
const isUnit = ({ kind }: Fact): boolean => kind === 'lead' || kind === 'responsible';

/** Over many plans. */
export function sumOfMeasures(scored: readonly Scored[]): Measure {
  const sum: Measure = new Map(
    FACT_KINDS.map((kind) => [kind, { wrong: 0, asked: 0, right: 0, needless: 0, unasked: [] }]),
  );
  for (const one of scored)
    for (const [kind, row] of questionMeasure(one)) {
      const into = sum.get(kind);
      if (!into) continue;
      into.wrong += row.wrong;
      into.asked += row.asked;
      into.right += row.right;
      into.needless += row.needless;
      into.unasked.push(...row.unasked.map((fact) => `${one.plan.name}: ${fact}`));
    }
  return sum;
}

/** Over all kinds: the share of wrong facts asked about, and of right fields asked about without need. */
export function sharesOf(measure: Measure): { asked: number; needless: number } {
  const rows = [...measure.values()];
  const total = (key: 'wrong' | 'asked' | 'right' | 'needless') => rows.reduce((sum, row) => sum + row[key], 0);
  return {
    asked: total('wrong') === 0 ? 1 : total('asked') / total('wrong'),
    needless: total('needless') / Math.max(1, total('right')),
  };
}

/** Wrong facts without a question among 100 facts: steadier than a share of the few that are wrong. */
export function silentPerHundred(measure: Measure): number {
  const rows = [...measure.values()];
  const silent = rows.reduce((sum, { wrong, asked }) => sum + wrong - asked, 0);
  return (
    (100 * silent) /
    Math.max(
      1,
      rows.reduce((sum, { wrong, right }) => sum + wrong + right, 0),
    )
  );
}
