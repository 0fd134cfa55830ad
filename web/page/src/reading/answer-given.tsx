import { Button } from 'antd';
import type { ReadingQuestion } from '../../../api.ts';
import { momentText } from '../i18n/dates.ts';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { valueWords } from './value-words.ts';
import { questionWords } from './question-words.ts';
import { readingWords } from './words.ts';

/** How a question was settled, by whom and when; an answer can be taken back. */
export function AnswerGiven({ question }: { question: ReadingQuestion }) {
  const words = useWords(questionWords);
  const page = useWords(readingWords);
  const { language } = useLanguage();
  const { view, withdraw, pending } = useReadingDesk();
  const { id, path, answer, state } = question;
  if (answer === null) return <p className="answer-given">{state === 'moot' ? words.moot : words.answeredEdit}</p>;
  const said = { accept: words.answeredAccept, keep: words.answeredKeep, value: words.answeredValue }[answer.kind];
  const value = answer.kind === 'keep' ? '' : valueWords(path, answer.value, language) || page.nothing;
  return (
    <p className="answer-given">
      {said}
      {value !== '' && (
        <>
          {' '}
          <strong>{value}</strong>
        </>
      )}
      <span className="quiet">
        {answer.by} {momentText(answer.at)}
      </span>
      {view.can.edit && (
        <Button type="link" size="small" disabled={pending} onClick={() => withdraw(id)}>
          {words.withdraw}
        </Button>
      )}
    </p>
  );
}
