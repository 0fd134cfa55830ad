import { Button } from 'antd';
import type { ReadingQuestion } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { QuestionCard } from './question-card.tsx';
import { QuestionGroup } from './question-group.tsx';
import { isAcceptable, questionGroups } from './question-groups.ts';
import { questionWords } from './question-words.ts';
import { useReadingDesk } from './reading-context.tsx';

function Groups({ title, questions }: { title: string; questions: ReadingQuestion[] }) {
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{`${title}(${questions.length})`}</h3>
      {questionGroups(questions).map((group) => (
        <QuestionGroup key={group.topic} {...group} />
      ))}
    </>
  );
}

/** What is asked: first what must be answered, then the others, then what is settled. */
export function QuestionsPart() {
  const words = useWords(questionWords);
  const { view, answer, pending } = useReadingDesk();
  const { questions, can } = view;
  const open = questions.filter(({ state }) => state === 'open');
  const settled = questions.filter(({ state }) => state !== 'open');
  const rest = open.filter((question) => !question.matters && isAcceptable(question));
  if (questions.length === 0) return <p className="quiet">{words.noQuestions}</p>;
  return (
    <div className="stack" data-testid="questions">
      <label className="question-progress">
        <progress value={settled.length} max={questions.length} />
        {open.length === 0 ? words.allSettled : words.progress(settled.length, questions.length)}
      </label>
      <Groups title={words.first} questions={open.filter(({ matters }) => matters)} />
      <Groups title={words.optional} questions={open.filter(({ matters }) => !matters)} />
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
