import type { ReadingQuestion } from '../../../api.ts';
import type { QuestionCode } from '../../../../domain/document/types.ts';

/** What a question is about: what much depends on comes first. */
export const TOPICS = ['document', 'time', 'owners', 'tasks', 'units', 'figures', 'head'] as const;
export type Topic = (typeof TOPICS)[number];

const TOPIC_OF: Record<QuestionCode, Topic> = {
  'report-not-plan': 'document',
  fragment: 'document',
  'no-title': 'document',
  'no-phases': 'time',
  'phase-without-dates': 'time',
  'phase-overlap': 'time',
  'phase-order': 'time',
  'period-without-start': 'time',
  'period-without-end': 'time',
  'ambiguous-date': 'time',
  contradiction: 'time',
  'no-lead-unit': 'owners',
  'lead-assumed': 'owners',
  'no-unit': 'owners',
  'unit-in-sentence': 'owners',
  'unit-outside-brackets': 'owners',
  'all-units-clause': 'owners',
  'garbled-text': 'tasks',
  'number-skipped': 'tasks',
  'number-repeated': 'tasks',
  'task-or-not': 'tasks',
  'unknown-unit': 'units',
  'renamed-unit': 'units',
  'group-members': 'units',
  'impossible-number': 'figures',
  'target-without-figure': 'figures',
  'ambiguous-figure': 'figures',
  'no-issuer': 'head',
  'no-date': 'head',
  'no-office': 'head',
};

export interface QuestionGroup {
  topic: Topic;
  questions: ReadingQuestion[];
}

/** Questions by what they are about, each group in the order of the text. */
export const questionGroups = (questions: readonly ReadingQuestion[]): QuestionGroup[] =>
  TOPICS.flatMap((topic) => {
    const about = questions.filter(({ code }) => TOPIC_OF[code] === topic);
    return about.length === 0 ? [] : [{ topic, questions: about }];
  });

/** Whether 〔采用建议〕 answers it: a proposal that isn't a no. */
export const isAcceptable = ({ proposal }: Pick<ReadingQuestion, 'proposal'>): boolean => (proposal ?? false) !== false;
