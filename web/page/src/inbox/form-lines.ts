import type { InboxView } from '../../../api.ts';

/** One line of the form as typed. */
export interface FormLine {
  progress: string;
  words: string;
  expectedOn: string;
  blocker: string;
  done: boolean;
  /** A new version of the report that stands, no further one. */
  correct: boolean;
}

export const EMPTY_LINE: FormLine = {
  progress: '',
  words: '',
  expectedOn: '',
  blocker: '',
  done: false,
  correct: false,
};

export type FormDraft = Record<string, FormLine>;

export function keyOf(part: InboxView['open'][number]): string {
  return `${part.entityId} ${part.partId}`;
}

export function readDraft(stored: string | null): FormDraft {
  try {
    return stored === null ? {} : (JSON.parse(stored) as FormDraft);
  } catch {
    return {};
  }
}

export function progressWrong({ progress }: FormLine): boolean {
  return progress.trim() !== '' && !(/^\d{1,3}$/.test(progress.trim()) && Number(progress) <= 100);
}

export function isFilled(line: FormLine): boolean {
  return line.done || [line.progress, line.words, line.expectedOn, line.blocker].some((value) => value.trim() !== '');
}

/** The lines that say something, as the server takes them. */
export function filledLines(open: InboxView['open'], draft: FormDraft) {
  return open.flatMap((part) => {
    const line = draft[keyOf(part)];
    if (line === undefined || !isFilled(line)) return [];
    return [
      {
        entityId: part.entityId,
        partId: part.partId,
        ...(line.progress.trim() !== '' && { progress: Number(line.progress) }),
        ...(line.words.trim() !== '' && { words: line.words }),
        ...(line.expectedOn !== '' && { expectedOn: line.expectedOn }),
        ...(line.blocker.trim() !== '' && { blocker: line.blocker }),
        ...(line.done && { done: true }),
        ...(line.correct && part.isReported && { correct: true }),
      },
    ];
  });
}
