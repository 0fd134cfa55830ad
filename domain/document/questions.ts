import type { CleanText } from './clean-text.ts';
import { toSource } from './clean-text.ts';
import type { Anchors, Question, Span } from './types.ts';

/** Takes in places of the clean text; gives places of the source. */
export interface Findings {
  anchors: Anchors;
  questions: Question[];
  anchor: (path: string, at: Span | null) => void;
  ask: (question: Omit<Question, 'id' | 'anchor'>, at: Span | null) => void;
}

/** Collects anchors and questions; a question's id is its code and path, so asked once. */
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
    ask(question, at) {
      const id = `${question.code}${question.path}`;
      if (asked.has(id)) return;
      asked.add(id);
      questions.push({ id, ...question, anchor: at ? toSource(clean, at) : null });
    },
  };
}
