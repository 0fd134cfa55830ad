import type { PlanBody } from '../../plan/types.ts';
import type { Span } from '../types.ts';
import { clausesIn, sentencesIn } from './sentences.ts';
import type { FigureText, Found } from './figure-types.ts';

const NETWORK =
  /(?:建立健全|建立|健全|完善|构建|组建|形成)(?:起|了)?(?:(?:以)?[^,;。]{2,24}(?:为核心|为主体|为基础|为纽带|为骨干|组成|参加)的)?(?<name>[^,;。]{2,30}(?:网络|队伍|体系))$/;
const DUTY = /^(?:定期|负责|及时|收集|报送|开展|举办|沟通)/;

/** A network of liaisons that a paragraph sets up, with what it is to do. */
export function networkIn({ text, folded }: FigureText, span: Span): Found<PlanBody> | null {
  const local = folded.slice(span.start, span.end);
  if (!local.includes('联络员')) return null;
  for (const sentence of sentencesIn(local)) {
    const clauses = clausesIn(local, sentence);
    for (const [index, clause] of clauses.entries()) {
      const words = local.slice(clause.start, clause.end);
      const name = words.includes('联络员') ? NETWORK.exec(words)?.groups?.['name'] : undefined;
      if (name === undefined) continue;
      const end = span.start + clause.end;
      const at = { start: end - name.length, end };
      const next = clauses[index + 1];
      const duty =
        next && DUTY.test(local.slice(next.start, next.end))
          ? [text.slice(span.start + next.start, span.start + next.end)]
          : [];
      return {
        value: { name: text.slice(at.start, at.end), kind: 'liaison network', duties: duty },
        at,
        fields: { name: at },
      };
    }
  }
  return null;
}
