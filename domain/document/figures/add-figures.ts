import { askFigures } from '../ask/ask-figures.ts';
import type { CleanText } from '../clean-text.ts';
import type { Outline } from '../outline-types.ts';
import type { Findings } from '../questions.ts';
import type { DraftPlan, Span } from '../types.ts';
import type { Found } from './figure-types.ts';
import { phaseDuties } from './phase-duties.ts';
import { figureText, readFigures } from './read-figures.ts';

type Head = Pick<DraftPlan, 'title' | 'issuedOn' | 'phases'>;
type Added = Pick<DraftPlan, 'targets' | 'bodies' | 'recurring' | 'safeguards' | 'phases' | 'office'>;

/**
 * Targets, bodies, recurring duties and safeguards of a plan, its phases with their duties and its office, with
 * their anchors and questions. `phaseBodies`: what stands under each printed phase.
 */
export function addFigures(
  clean: CleanText,
  outline: Outline,
  head: Head,
  phaseBodies: readonly (Span | null)[],
  findings: Findings,
): Added {
  const source = figureText(clean, head);
  const figures = readFigures(
    source,
    outline,
    phaseBodies.filter((body) => body !== null),
  );
  const take = <Fact>(list: string, found: Found<Fact>[]): Fact[] =>
    found.map((fact, index) => {
      note(findings, `/${list}/${index}`, fact);
      return fact.value;
    });
  const phases = head.phases.map((phase, index) => {
    const body = phaseBodies[index];
    const duties = body ? phaseDuties(source, body) : [];
    return { ...phase, duties: take(`phases/${index}/duties`, duties) };
  });
  askFigures(findings, { source, outline, targets: figures.targets.map(({ value }) => value), found: figures.targets });
  const bodies = take('bodies', figures.bodies);
  return {
    targets: take('targets', figures.targets),
    bodies,
    recurring: take('recurring', figures.recurring),
    safeguards: take('safeguards', figures.safeguards),
    phases,
    office: officeOf(bodies.find(({ kind }) => kind === 'office')?.name ?? null),
  };
}

/** 领导小组办公室(设在X): the unit in brackets hosts the office. */
function officeOf(printed: string | null): DraftPlan['office'] {
  const match = printed === null ? null : /^(?<name>[^(]+)(?:\((?:设在|設在)(?<host>[^()]+)\))?/.exec(printed);
  return { name: match?.groups?.['name'] ?? '领导小组办公室', host: match?.groups?.['host'] ?? null };
}

function note<Fact>({ anchor, ask }: Findings, path: string, { at, fields, doubts }: Found<Fact>): void {
  anchor(path, at);
  for (const [field, place] of Object.entries<Span | undefined>(fields ?? {}))
    if (place) anchor(`${path}/${field}`, place);
  for (const { field, ...doubt } of doubts ?? []) {
    ask(
      { ...doubt, path: field === null ? path : `${path}/${field}` },
      field === 'value' ? at : (placeOf(fields, field) ?? at),
    );
  }
}

const placeOf = (fields: Partial<Record<string, Span>> | undefined, field: string | null): Span | null =>
  field === null ? null : (fields?.[field] ?? null);
