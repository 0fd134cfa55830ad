import type { Clause } from './clauses.ts';
import type { Draft } from './draft.ts';

const HEADING = /^(?:以下|现)?(?:均为|都是|均系)?累计(?:数|值|数据)?(?:按顺序|依次|如下|汇总)*(?:为|是)?$/;

/** 累计数按顺序:1.16万人、5320人次: what follows in the sentence is a total, of whichever task. */
export function withHeadedTotals(clauses: Clause[], drafts: Iterable<Draft>): void {
  const heading = clauses.find(({ text, after }) => after === ':' && HEADING.test(text));
  if (!heading) return;
  const last = clauses.filter(({ sentence }) => sentence === heading.sentence).at(-1);
  for (const { figures } of drafts)
    for (const figure of figures)
      if (figure.start > heading.end && figure.end <= (last?.end ?? 0)) figure.kind ??= 'total';
}
