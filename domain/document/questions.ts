import type { CleanText } from './clean-text.ts';
import { toSource } from './clean-text.ts';
import type { Anchors, Question, Span } from './types.ts';

/** Takes in places of the clean text; gives places of the source. */
export interface Findings {
  anchors: Anchors;
  questions: Question[];
  anchor: (path: string, at: Span | null) => void;
  /** `several`: one place of the plan may be asked about more than once, at different places of the text. */
  ask: (question: Omit<Question, 'id' | 'anchor'>, at: Span | null, several?: boolean) => void;
}

/** Collects anchors and questions; a question's id is its code and path, so asked once; its place too, where there may be several. */
export function findings(clean: CleanText): Findings {
  const anchors: Anchors = {};
  const questions: Question[] = [];
  const asked = new Set<string>();
  return {
    anchors,
    questions,
    anchor(path, at) {
      if (at) anchors[path] = toSource(clean, at);
    },
    ask(question, at, several = false) {
      const once = `${question.code}${question.path}`;
      const id = several && at && asked.has(once) ? `${once}@${toSource(clean, at).start}` : once;
      if (asked.has(id)) return;
      asked.add(id);
      questions.push({ id, ...question, anchor: at ? toSource(clean, at) : null });
    },
  };
}
