import { z } from 'zod';
import { isLocalDate, isPrintedDate, yearOf } from '../calendar/local-date.ts';
import { rule } from '../problem.ts';
import { kindOfPhase } from './phase-kind.ts';
import { PHASE_KINDS, RANKS, UNIT_KINDS, UNIT_RELATIONS, type PlanFacts } from './types.ts';

/** Plans older or later than this are typing errors. */
const YEARS = { first: 1990, last: 2100 };

const inSaneYears = (date: string): boolean => yearOf(date) >= YEARS.first && yearOf(date) <= YEARS.last;

// NUL and lone surrogates can't be stored by PostgreSQL: refused here, where the place is known.
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.trim() !== '', rule('empty', '不能为空', 'must not be empty'))
    .refine(
      (value) => !value.includes('\u0000') && value.isWellFormed(),
      rule('bad_text', '含有无法保存的字符', 'holds characters that cannot be stored'),
    );

const year = rule(
  'date.year',
  `年份应在${YEARS.first}至${YEARS.last}之间`,
  `year should be ${YEARS.first} to ${YEARS.last}`,
);

const printedDate = z
  .string()
  .refine(isPrintedDate, {
    ...rule(
      'date',
      '应为真实的日期,写作 YYYY、YYYY-MM 或 YYYY-MM-DD',
      'should be a real date YYYY, YYYY-MM or YYYY-MM-DD',
    ),
    abort: true,
  })
  .refine(inSaneYears, year);

const localDate = z
  .string()
  .refine(isLocalDate, {
    ...rule('date', '应为真实的日期,写作 YYYY-MM-DD', 'should be a real date YYYY-MM-DD'),
    abort: true,
  })
  .refine(inSaneYears, year);

const name = text(120);
const names = z.array(name).max(200).default([]);
const line = text(2_000);

const phase = z.strictObject({
  name,
  kind: z.enum(PHASE_KINDS).optional(),
  start: printedDate.nullable().default(null),
  end: printedDate.nullable().default(null),
  duties: z.array(line).max(50).default([]),
  proposed: z.boolean().optional(),
});

/** The reader's plans name no kind: it is told by the phase's name or place, else it is asked for. */
const phases = z
  .array(phase)
  .max(3)
  .transform((list, context) =>
    list.map((one, at) => {
      const kind = one.kind ?? kindOfPhase(one.name, at, list.length);
      if (kind) return { ...one, kind };
      context.addIssue({
        code: 'custom',
        path: [at, 'kind'],
        input: one.kind,
        ...rule(
          'phase.kind-unknown',
          `"${one.name}"属部署、实施、迎检中的哪一类,请写明`,
          'say which kind this phase is',
        ),
      });
      return z.NEVER;
    }),
  );

const task = z.strictObject({
  no: text(20).nullable().default(null),
  section: text(200).nullable().default(null),
  title: text(500),
  leadUnits: names,
  responsibleUnits: names,
  otherUnits: names,
  obligation: z.enum(['mandatory', 'optional']).nullable().default(null),
  due: printedDate.nullable().optional(),
  key: z.boolean().optional(),
});

const target = z.strictObject({
  name: text(300),
  comparator: z.enum(['>=', '>', '=', '<=', '<', 'range', 'increase']).nullable(),
  value: z.number().nullable(),
  max: z.number().nullable().default(null),
  unit: text(20).nullable().default(null),
  baseline: text(200).nullable().default(null),
  per: text(40).nullable().default(null),
  by: printedDate.nullable().default(null),
  scope: z.enum(['period', 'cumulative', 'year']).nullable().default(null),
});

const body = z.strictObject({ name, kind: text(60), duties: z.array(line).max(50).default([]) });
const recurring = z.strictObject({ what: line, every: text(60), who: name.nullable().default(null) });
const safeguard = z.strictObject({ title: text(300), gist: line });

const unit = z.strictObject({
  name,
  short: z
    .string()
    .refine(
      (value) => value.trim() !== '' && [...value].length <= 4,
      rule('unit.short', '简称为1至4个字', 'a short name has 1 to 4 characters'),
    ),
  aliases: z.array(name).max(30).default([]),
  kind: z.enum(UNIT_KINDS).default('department'),
  relation: z.enum(UNIT_RELATIONS).default('subordinate'),
  members: z.array(name).max(200).optional(),
});

const contact = z.strictObject({
  name: text(60),
  unit: name,
  rank: z.enum(RANKS).default('liaison'),
  tasks: z.array(text(20)).max(500).optional(),
});

/** The shape of an import. Unknown keys are refused; what a plan needn't print has a default. */
export const planShape = z.strictObject({
  title: text(200),
  docNumber: text(60).nullable().default(null),
  issuedOn: localDate.nullable().default(null),
  issuer: name.nullable().default(null),
  place: name.nullable().default(null),
  period: z
    .strictObject({ start: printedDate.nullable().default(null), end: printedDate.nullable().default(null) })
    .default({ start: null, end: null }),
  phases: phases.default([]),
  tasks: z.array(task).min(1).max(500),
  targets: z.array(target).max(500).default([]),
  bodies: z.array(body).max(50).default([]),
  recurring: z.array(recurring).max(200).default([]),
  safeguards: z.array(safeguard).max(50).default([]),
  office: z
    .strictObject({ name: text(30), host: name.nullable().default(null) })
    .default({ name: '领导小组办公室', host: null }),
  units: z.array(unit).max(1_000).default([]),
  contacts: z.array(contact).max(5_000).default([]),
}) satisfies z.ZodType<PlanFacts>;
