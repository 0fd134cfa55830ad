import { Button } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { QuestionCard } from './question-card.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { readingWords } from './words.ts';

/** What is asked: first what must be answered, then the others, then what is settled. */
export function QuestionsPart() {
  const words = useWords(readingWords);
  const { view, answer, pending } = useReadingDesk();
  const { questions, can } = view;
  const open = questions.filter(({ state }) => state === 'open');
  const settled = questions.filter(({ state }) => state !== 'open');
  const ordered = [...open.filter(({ matters }) => matters), ...open.filter(({ matters }) => !matters)];
  const rest = open.filter(({ matters, proposal }) => !matters && (proposal ?? false) !== false);
  if (questions.length === 0) return <p className="quiet">{words.noQuestions}</p>;
  return (
    <div className="stack" data-testid="questions">
      {open.length === 0 ? (
        <p className="quiet">{words.allSettled}</p>
      ) : (
        <ul className="question-list">
          {ordered.map((question) => (
            <QuestionCard key={question.id} question={question} />
          ))}
        </ul>
      )}
      {can.edit && rest.length > 1 && (
        <div>
          <Button
            size="small"
            disabled={pending}
            onClick={() => answer(rest.map(({ id }) => ({ questionId: id, kind: 'accept' })))}
          >
            {words.acceptRest(rest.length)}
          </Button>
        </div>
      )}
      {settled.length > 0 && (
        <section className="settled-questions">
          <h3>{words.settled(settled.length)}</h3>
          <ul className="question-list">
            {settled.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
