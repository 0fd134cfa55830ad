import { assertNever } from '../assert-never.ts';
import type { BriefBody, BriefChange, StoredSentence } from './types.ts';

export interface Editor {
  id: string;
  name: string;
}

/** Longer than this is no sentence of a brief. */
export const SENTENCE_MAX = 500;

/** A person's changes to an unreleased brief, all or none. `problem`: one sentence that says what to do. Pure. */
export function editBrief(
  body: BriefBody,
  changes: readonly BriefChange[],
  by: Editor,
): { body: BriefBody } | { problem: string } {
  let next = body;
  for (const change of changes) {
    const edited = edit(next, change, by);
    if ('problem' in edited) return edited;
    next = edited.body;
  }
  return { body: next };
}

function edit(body: BriefBody, change: BriefChange, by: Editor): { body: BriefBody } | { problem: string } {
  if (change.kind === 'reword' || change.kind === 'add') {
    const length = change.text.trim().length;
    if (length === 0) return { problem: '句子不能为空。如需删去,请用删去。' };
    if (length > SENTENCE_MAX) return { problem: `一句不能超过${SENTENCE_MAX}字,请分成几句。` };
  }
  if (change.kind === 'add') return { body: added(body, change, by) };
  const known = body.sections.some(({ sentences }) => sentences.some(({ id }) => id === change.id));
  if (!known) return { problem: `简报中没有“${change.id.slice(0, 80)}”这一句。请刷新后再试。` };
  return {
    body: {
      ...body,
      sections: body.sections.map((section) => ({
        ...section,
        sentences: section.sentences.map((one) => (one.id === change.id ? changed(one, change, by) : one)),
      })),
    },
  };
}

function changed(one: StoredSentence, change: Exclude<BriefChange, { kind: 'add' }>, by: Editor): StoredSentence {
  switch (change.kind) {
    case 'drop':
      return { ...one, dropped: true };
    case 'restore':
      return { ...one, dropped: false };
    case 'reword':
      return reworded(one, change.text.trim(), by);
    default:
      return assertNever(change);
  }
}

/** New words keep the old sources, and name who chose them; back at the drafted words they are nobody's. */
function reworded(one: StoredSentence, text: string, by: Editor): StoredSentence {
  if (text === one.text) return one;
  if (isByHand(one)) return { ...one, text, sources: [{ byHand: by }] };
  const derived = one.derivedText ?? one.text;
  const sources = one.sources.filter((source) => !('byHand' in source));
  return text === derived
    ? { ...one, text, derivedText: null, sources }
    : { ...one, text, derivedText: derived, sources: [...sources, { byHand: by }] };
}

/** Written by a person, not drafted. */
export const isByHand = ({ id }: StoredSentence): boolean => id.startsWith('hand/');

function added(body: BriefBody, { section, text }: Extract<BriefChange, { kind: 'add' }>, by: Editor): BriefBody {
  const taken = body.sections.flatMap(({ sentences }) =>
    sentences.filter(isByHand).map(({ id }) => Number(id.slice(5))),
  );
  const own: StoredSentence = {
    id: `hand/${Math.max(0, ...taken) + 1}`,
    text: text.trim(),
    said: null,
    taskId: null,
    sources: [{ byHand: by }],
    derivedText: null,
    dropped: false,
    about: [],
  };
  return {
    ...body,
    sections: body.sections.map((one) => (one.key === section ? { ...one, sentences: [...one.sentences, own] } : one)),
  };
}

/**
 * An unreleased draft that is drafted again: sentences by hand stay, and so do edits of what reads as it did.
 * `givenUp`: edits of sentences that read otherwise now, for the record.
 */
export function carryEdits(
  old: BriefBody,
  fresh: BriefBody,
): { body: BriefBody; givenUp: { id: string; text: string }[] } {
  const edited = new Map(
    old.sections.flatMap(({ sentences }) =>
      sentences.filter((one) => isByHand(one) || one.dropped || one.derivedText !== null).map((one) => [one.id, one]),
    ),
  );
  const kept = new Set<string>();
  const sections = fresh.sections.map((section) => ({
    ...section,
    sentences: [
      ...section.sentences.map((one) => {
        const before = edited.get(one.id);
        if (!before || (before.derivedText ?? before.text) !== one.text) return one;
        kept.add(one.id);
        const hands = before.sources.filter((source) => 'byHand' in source);
        return {
          ...one,
          text: before.text,
          derivedText: before.derivedText,
          dropped: before.dropped,
          sources: [...one.sources, ...hands],
        };
      }),
      ...(old.sections.find(({ key }) => key === section.key)?.sentences ?? []).filter(isByHand),
    ],
  }));
  const givenUp = [...edited.values()]
    .filter((one) => !isByHand(one) && !kept.has(one.id))
    .map(({ id, text }) => ({ id, text }));
  return { body: { ...fresh, sections }, givenUp };
}

/** What is released: without what a person struck. */
export const withoutDropped = (body: BriefBody): BriefBody => ({
  ...body,
  sections: body.sections.map((section) => ({
    ...section,
    sentences: section.sentences.filter(({ dropped }) => !dropped),
  })),
});
