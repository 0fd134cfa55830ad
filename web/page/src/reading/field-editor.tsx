import { Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useLanguage, useWords } from '../i18n/language.tsx';
import { relationWords, unitKindWords } from '../i18n/vocabulary.ts';
import { fieldKind, type FieldKind } from './field-kind.ts';
import { dateTyped, dateWords } from './printed-date.ts';
import { useReadingDesk } from './reading-context.tsx';
import { comparatorWords, everyWords, phaseKindWords, scopeWords } from './vocabulary.ts';
import { readingWords } from './words.ts';

interface Props {
  path: string;
  label: string;
  value: unknown;
  /** What stands in the field when it is left, or Enter is pressed. */
  save: (value: unknown) => void;
  cancel: () => void;
}

const CHOICES = {
  'phase-kind': { words: phaseKindWords, clears: false },
  'unit-kind': { words: unitKindWords, clears: false },
  relation: { words: relationWords, clears: false },
  comparator: { words: comparatorWords, clears: true },
  scope: { words: scopeWords, clears: true },
  every: { words: everyWords, clears: false },
} as const;

const isChoice = (kind: FieldKind): kind is keyof typeof CHOICES => kind in CHOICES;

function typedOf(kind: FieldKind, value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  if (typeof value === 'string') return kind === 'date' ? dateWords(value) : value;
  return typeof value === 'number' ? String(value) : '';
}

function valueOf(kind: FieldKind, typed: string): unknown {
  const text = typed.trim();
  if (kind === 'lines')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  if (text === '') return null;
  if (kind === 'date') return dateTyped(text);
  if (kind === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  return text;
}

function UnitsEditor({ label, value, save, cancel }: Props) {
  const words = useWords(readingWords);
  const { view } = useReadingDesk();
  const [names, setNames] = useState(value as string[]);
  // Leaving the field takes the words just typed: they arrive before the leaving, yet not before it is drawn again.
  const last = useRef(names);
  return (
    <Select
      mode="tags"
      defaultActiveFirstOption={false}
      autoFocus
      defaultOpen
      className="field-select"
      aria-label={label}
      placeholder={words.unitsHint}
      tokenSeparators={['、', ',', ',']}
      value={names}
      onChange={(chosen: string[]) => {
        last.current = chosen;
        setNames(chosen);
      }}
      options={view.plan.units.map(({ name }) => ({ value: name, label: name }))}
      onBlur={() => save(last.current)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
      }}
    />
  );
}

function ChoiceEditor({ kind, label, value, save, cancel }: Props & { kind: keyof typeof CHOICES }) {
  const { language } = useLanguage();
  const { words, clears } = CHOICES[kind];
  return (
    <Select
      autoFocus
      defaultOpen
      className="field-select"
      aria-label={label}
      allowClear={clears}
      value={value as string | null}
      onChange={(chosen: string | undefined) => save(chosen ?? null)}
      onBlur={cancel}
      options={Object.entries(words[language]).map(([each, name]) => ({ value: each, label: name }))}
    />
  );
}

function TextEditor({ path, label, value, save, cancel }: Props) {
  const words = useWords(readingWords);
  const kind = fieldKind(path);
  const [typed, setTyped] = useState(() => typedOf(kind, value));
  return (
    <Input.TextArea
      autoFocus
      aria-label={label}
      autoSize={{ minRows: kind === 'lines' ? 2 : 1 }}
      placeholder={kind === 'date' ? words.dateHint : kind === 'lines' ? words.linesHint : ''}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => save(valueOf(kind, typed))}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || kind === 'lines') return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
}

/** A field being written, by the kind of its place. */
export function FieldEditor(props: Props) {
  const kind = fieldKind(props.path);
  if (kind === 'units') return <UnitsEditor {...props} />;
  return isChoice(kind) ? <ChoiceEditor {...props} kind={kind} /> : <TextEditor {...props} />;
}
