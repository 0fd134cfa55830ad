import { beginsMidSentence } from './cut-lines.ts';
import { isGenreHeading } from '../outline/section-role.ts';
import type { DraftTask } from '../tasks/draft-task.ts';

/** Two clauses of a heading are rarely longer. */
const LONG = 22;

/** A few characters on the next line end what would be the title. */
const CUT = /^\s*\n\s*[\u4e00-\u9fff]{1,8}[。:]/;
/** A number that was not known as one, an owner, a list of owners, or a heading of the genre. */
const NO_TITLE =
  /^[㈠-㈩⑴-⒛①-⑳\d]|^[^,。:]{0,4}(?:牵头|责任|配合|主办|承办|协办)[^,。:]{0,6}:|阶段(?:$|.{0,24}\d)|[^\d]\d$|(?:局|委|办|部|厅|院|处|中心|政府|公司)(?:负责|牵头)$|\([^()]*(?:局|委|办|部|厅|院|处|中心|会)(?:[、,][^()]*)?\)?$|[。;].|^[,、)]/;

/** Titles that don't read as their neighbours do: most likely a sentence taken for a heading. Indices of tasks. */
export function oddTitles(simplified: string, tasks: readonly DraftTask[]): number[] {
  const titles = tasks.map(({ title }) => simplified.slice(title.start, title.end));
  const lengths = titles.map((title) => title.length).toSorted((a, b) => a - b);
  const middle = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const long = titles.filter((title) => /,.*,/.test(title)).length / titles.length;
  const withComma = titles.filter((title) => title.includes(',')).length / titles.length;
  const styles = tasks.map(({ no }) => styleOf(no));
  const runIn = tasks.filter(({ title }) => /[。.:]/.test(simplified.charAt(title.end))).length / tasks.length;
  const counts = new Map<string, number>();
  for (const style of styles) counts.set(style, (counts.get(style) ?? 0) + 1);
  const share = (style: string): number => (counts.get(style) ?? 0) / styles.length;
  const usual = styles.find((style) => share(style) > 0.6);
  return titles.flatMap((title, at) => {
    const task = tasks[at];
    const cut = runIn > 0.5 && task !== undefined && CUT.test(simplified.slice(task.title.end, task.title.end + 16));
    const odd =
      cut ||
      (long < 0.6 && /,.*,/.test(title)) ||
      (withComma < 0.34 && title.includes(',') && title.length > LONG) ||
      (task?.no === null && beginsMidSentence(simplified, task.title)) ||
      (title.length > LONG && title.length > middle * 2.2) ||
      (usual !== undefined && styles[at] !== usual && share(styles[at] ?? '') < 0.2) ||
      (styles[at]?.includes('①') === true && share('①') < 0.7) ||
      NO_TITLE.test(title) ||
      isGenreHeading(title);
    return odd ? [at] : [];
  });
}

/** Of a number: what kind of sign counts, and what stands around it. */
const styleOf = (no: string | null): string =>
  (no ?? '')
    .replace(/\d+/g, '1')
    .replace(/[①-⑳]/g, '①')
    .replace(/[零一二三四五六七八九十百]+/g, '一');
