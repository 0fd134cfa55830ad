import { Button } from 'antd';
import { useState } from 'react';
import type { ReadingQuestion } from '../../../api.ts';
import { placeOf } from '../../../../domain/document/apply-marks.ts';
import { valueAt } from '../../../../domain/document/pointer.ts';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { AnswerGiven } from './answer-given.tsx';
import { fieldKind } from './field-kind.ts';
import { FieldEditor } from './field-editor.tsx';
import { focusNextQuestion } from './focus-next-question.ts';
import { useReadingDesk } from './reading-context.tsx';
import { valueWords } from './value-words.ts';
import { questionWords } from './question-words.ts';
import { readingWords } from './words.ts';

/** One question in its place: what is asked, why, what is proposed, and the ways to answer. */
export function QuestionCard({ question }: { question: ReadingQuestion }) {
  const words = useWords(questionWords);
  const page = useWords(readingWords);
  const { language } = useLanguage();
  const { view, chosen, choose, answer, change, pending } = useReadingDesk();
  const [editing, setEditing] = useState(false);
  const { id, path, text, reason, proposal, matters, state } = question;
  const kind = fieldKind(path);
  // Is this a plan at all? Who thinks not discards the reading.
  const yes = typeof proposal === 'boolean';
  const proposed = yes || proposal === null || proposal === undefined ? '' : valueWords(path, proposal, language);
  const there = valueAt(view.plan, placeOf(view.plan, path) ?? path) ?? (kind === 'units' ? [] : null);
  const standing = typeof there === 'object' && there !== null && 'name' in there ? there.name : there;
  const open = state === 'open' && view.can.edit;
  const place = `?${id}`;
  return (
    <li
      className="question"
      data-path={place}
      data-state={state}
      data-matters={matters}
      data-lit={chosen?.path === place}
    >
      <p className="question-text">
        <button type="button" className="question-place" onClick={() => choose(place, 'draft')}>
          {text}
        </button>
        {matters && state === 'open' && <span className="chip chip-yellow">{words.matters}</span>}
      </p>
      <p className="quiet">{reason}</p>
      {state === 'open' && proposed !== '' && (
        <p>
          <span className="quiet">{words.proposal}</span> <strong>{proposed}</strong>
        </p>
      )}
      {editing && (
        <FieldEditor
          path={path}
          label={text}
          value={standing}
          cancel={() => setEditing(false)}
          save={(value) => answer([{ questionId: id, kind: 'value', value }], () => setEditing(false))}
        />
      )}
      {open && !editing && (
        <span className="row">
          {proposed !== '' && (
            <Button
              size="small"
              type="primary"
              disabled={pending}
              onClick={({ currentTarget }) =>
                answer([{ questionId: id, kind: 'accept' }], focusNextQuestion(currentTarget))
              }
            >
              {words.accept}
            </Button>
          )}
          <Button
            size="small"
            disabled={pending}
            onClick={({ currentTarget }) =>
              answer([{ questionId: id, kind: 'keep' }], focusNextQuestion(currentTarget))
            }
          >
            {yes ? words.goOn : kind === 'entry' ? words.keepEntry : words.keep}
          </Button>
          {kind === 'entry' && (
            <Button size="small" disabled={pending} onClick={() => change([{ path, now: null }])}>
              {page.drop_}
            </Button>
          )}
          {yes ? null : kind === 'entry' || kind === 'whole' ? (
            <Button size="small" onClick={() => choose(path, 'text')}>
              {words.goThere}
            </Button>
          ) : (
            <Button size="small" disabled={pending} onClick={() => setEditing(true)}>
              {words.other}
            </Button>
          )}
          <Button size="small" type="link" onClick={() => choose(place, 'draft')}>
            {page.place}
          </Button>
        </span>
      )}
      {state !== 'open' && <AnswerGiven question={question} />}
    </li>
  );
}
