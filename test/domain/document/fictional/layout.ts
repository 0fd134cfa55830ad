import { chooseExtras, type Extras } from './facts/duties.ts';
import type { Random } from './random.ts';

const CHOICES = {
  /** How sections, groups and tasks are numbered. */
  numbering: [
    'chinese',
    'chinese',
    'chinese',
    'chinese-arabic',
    'articles',
    'arabic',
    'decimal',
    'parts',
    'bullets',
    'actions',
    'one-by-one',
    'plain',
  ],
  /** Tasks right under their section, or in groups of a heading each. */
  grouping: ['flat', 'flat', 'groups', 'chapters', 'top'],
  /** Does a task's text follow its title in the same paragraph? */
  heading: ['run-in', 'run-in', 'own-line'],
  /** Where and how the units of a task stand. */
  units: [
    'bracket-roles',
    'bracket-roles',
    'square-roles',
    'lenticular-roles',
    'lines-of-roles',
    'line-of-responsible',
    'bracket-responsible',
    'leads-with',
    'first-leads',
    'by-duty',
    'comma-roles',
    'same-line-roles',
    'host-roles',
    'first-marked',
    'bare-first-leads',
    'in-charge',
    'all-in-charge',
    'and-others',
    'short-roles',
    'division-line',
    'sentence',
    'table',
    'table-beside-body',
  ],
  /** Points under a task, each on its own line or counted within the text. */
  points: ['none', 'none', 'none', 'lines', 'within'],
  separator: ['、', '、', '、', '、', ',', ';', ' '],
  rest: ['责任单位', '配合单位', '责任部门', '协同单位', '落实单位'],
  lead: ['牵头单位', '牵头单位', '牵头部门', '主责单位', '牵头责任单位'],
  /** What the line of a single role is called. */
  only: ['责任单位', '责任单位', '责任部门', '承办单位', '落实单位'],
  /** How a due date is printed. */
  until: ['底前', '底前', '底', 'month', 'before-finish'],
  dates: ['digits', 'digits', 'digits', 'spaced', 'chinese', 'chinese-round'],
  range: ['—', '-', '至', '~', '–', '到'],
  phases: [
    'section',
    'section',
    'ordinal',
    'ordinal-after',
    'colon',
    'is-phase',
    'time-first',
    'from-to',
    'time-line',
    'heading-ordinal',
    'one-sentence',
    'joined-stage',
    'stage-time',
    'label-line',
    'dashes',
    'time-bracket-first',
    'brackets-in-sentence',
    'timetable',
    'table',
    'absent',
    'absent',
    'absent',
  ],
  targets: ['sentence', 'sentence', 'list', 'dashes', 'in-tasks', 'table', 'absent'],
  notice: ['notice', 'notice', 'notice', 'bare', 'header'],
  /** What stands around the document besides its own words. */
  frame: ['none', 'none', 'index-block', 'broken-title', 'copies-and-subject', 'contact'],
  clause: ['none', 'none', 'none', 'districts', 'all-units'],
  script: ['simplified', 'simplified', 'simplified', 'simplified', 'traditional'],
  noise: [
    'none',
    'none',
    'none',
    'page-markers',
    'page-lines',
    'broken-lines',
    'hard-wrap',
    'doubled',
    'web',
    'question-marks',
    'wide-digits',
    'loose',
  ],
  due: ['none', 'none', 'some', 'all'],
} as const;

type Choices = { -readonly [K in keyof typeof CHOICES]: (typeof CHOICES)[K][number] };
export type Layout = Choices & Extras;

/** One choice of each kind; what can't stand together is mended. */
export function chooseLayout({ pick }: Random, more: Random): Layout {
  const layout = Object.fromEntries(Object.entries(CHOICES).map(([name, choices]) => [name, pick(choices)])) as Choices;
  // A table has no groups of headings; without any mark a run-in heading can't be told from its text.
  if (layout.units === 'table')
    Object.assign(layout, {
      grouping: 'flat',
      points: 'none',
      targets: layout.targets === 'in-tasks' ? 'list' : layout.targets,
    });
  if (layout.numbering === 'one-by-one') Object.assign(layout, { heading: 'run-in', grouping: 'flat' });
  if (!layout.numbering.startsWith('chinese') && ['top', 'chapters'].includes(layout.grouping))
    layout.grouping = 'flat';
  if (layout.units === 'table-beside-body' && layout.grouping === 'top') layout.grouping = 'flat';
  // A top-level task must be told from aims and measures by its units.
  if (layout.grouping === 'top' && layout.units === 'table') layout.grouping = 'flat';
  if (['one-by-one', 'plain'].includes(layout.numbering)) layout.points = 'none';
  if (layout.numbering === 'decimal') Object.assign(layout, { grouping: 'flat' });
  if (layout.numbering === 'plain') Object.assign(layout, { heading: 'own-line', grouping: 'flat' });
  if (layout.numbering === 'arabic') Object.assign(layout, { grouping: 'flat' });
  // Blanks part units only where nothing else on the line could be meant.
  if (
    layout.separator === ' ' &&
    !['lines-of-roles', 'line-of-responsible', 'host-roles', 'table'].includes(layout.units)
  )
    layout.separator = '、';
  if (
    layout.separator === ';' &&
    !['lines-of-roles', 'line-of-responsible', 'table', 'table-beside-body'].includes(layout.units)
  )
    layout.separator = ',';
  // A wrapped table isn't a table any more; blanks at a line's end are lost when it is wrapped.
  const tables = [layout.units, layout.phases, layout.targets].some((choice) => /^t(?:able|imetable)/.test(choice));
  const marked = ['plain', 'bullets', 'one-by-one'].includes(layout.numbering) || layout.separator === ' ';
  if (layout.noise === 'hard-wrap' && (tables || marked || layout.heading === 'own-line')) layout.noise = 'none';
  if (layout.noise === 'loose' && (layout.separator === ' ' || layout.units === 'same-line-roles'))
    layout.noise = 'none';
  return { ...layout, ...chooseExtras(more, layout) };
}

/** `units:table`, `noise:web` …, in the order of the choices. */
export const featuresOf = (layout: Layout): string[] =>
  Object.entries(layout).map(([name, choice]) => `${name}:${choice}`);
