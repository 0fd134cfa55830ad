import { Button } from 'antd';
import type { NewAnswer } from '../../../../domain/document/mark.ts';
import { useWords } from '../i18n/language.tsx';
import { QuestionCard } from './question-card.tsx';
import { isAcceptable, type QuestionGroup as Group } from './question-groups.ts';
import { questionWords } from './question-words.ts';
import { useReadingDesk } from './reading-context.tsx';

/** Open questions about one matter; those of one kind can be answered alike. */
export function QuestionGroup({ topic, questions }: Group) {
  const words = useWords(questionWords);
  const { view, answer, pending } = useReadingDesk();
  const acceptable = questions.filter(isAcceptable);
  const others = questions.filter((question) => !isAcceptable(question) && !question.matters);
  const all = (some: typeof questions, kind: 'accept' | 'keep') =>
    answer(some.map(({ id }): NewAnswer => ({ questionId: id, kind })));
  return (
    <section className="question-group" data-topic={topic} aria-label={words[topic]}>
      <div className="question-group-head">
        <h4>{words[topic]}</h4>
        {view.can.edit && acceptable.length > 1 && (
          <Button size="small" disabled={pending} onClick={() => all(acceptable, 'accept')}>
            {words.acceptKind(acceptable.length)}
          </Button>
        )}
        {view.can.edit && others.length > 1 && (
          <Button size="small" disabled={pending} onClick={() => all(others, 'keep')}>
            {words.keepKind(others.length)}
          </Button>
        )}
      </div>
      <ul className="question-list">
        {questions.map((question) => (
          <QuestionCard key={question.id} question={question} />
        ))}
      </ul>
    </section>
  );
}
