/** Text as it is compared: compatibility forms folded (85% → 85%, ( → (), spaces gone. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .split('\n')
    .filter((line) => !/^\s*>/.test(line) && !/^\s*【/.test(line)) // a quotation of our own message
    .join('\n')
    .replace(/[^\S\n]+/g, '');
}

/** The leading name of a task, which says nothing about how it stands. */
const LABEL =
  /^(关于)?(第[((]?[\d一二三四五六七八九十]+(?:\.\d+)?[))]?项|[((][\d一二三四五六七八九十]+[))]|["“《][^"”》]{2,60}["”》])+[::]?(任务|工作)?/;

/** Parts of a sentence, each judged by itself. */
export function clausesOf(normalised: string): string[] {
  return normalised
    .split(/[,。;!?、\n…]+|——/)
    .map((clause) => clause.replace(LABEL, '').trim())
    .filter((clause) => clause !== '');
}

/** Addressed to the office: no report at all. */
export const asksOffice = (normalised: string): boolean => /(?:^|[,。;!\s])请问|[??]$|吗$/.test(normalised);
