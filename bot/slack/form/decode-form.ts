import { z } from 'zod';
import { isLocalDate } from '../../../domain/calendar/local-date.ts';
import type { FilledLine } from '../../../domain/chat/form.ts';
import type { IncomingMessage } from '../../../domain/chat/port.ts';
import { typedFigure } from '../../../domain/chat/typed-figure.ts';
import { addressOf, type Heard } from '../decoded.ts';
import { recallForm } from './form-memory.ts';

const Field = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_options: z.array(z.unknown()).nullish(),
});

const Submitted = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  trigger_id: z.string().nullish(),
  view: z.looseObject({
    id: z.string(),
    hash: z.string().nullish(),
    private_metadata: z.string(),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), Field)) }),
  }),
});

/** By block: the sentence that Slack shows under it. */
export type FormErrors = Record<string, string>;

export type DecodedForm =
  | { kind: 'form'; message: IncomingMessage; blockIds: string[] }
  | { kind: 'errors'; errors: FormErrors }
  | { kind: 'ignored'; why: string };

/**
 * A `view_submission` of a form as the web inbox posts it, or what is wrong with it. The same submission has the
 * same trigger_id; a corrected one another.
 */
export function decodeForm(body: unknown, heard: Heard): DecodedForm {
  const read = Submitted.safeParse(body);
  const memory = read.success ? recallForm(read.data.view.private_metadata) : null;
  if (!read.success || !memory) return { kind: 'ignored', why: 'a form that is not ours' };
  const { view, user, trigger_id: trigger } = read.data;
  const errors: FormErrors = {};
  const { values } = view.state;
  const lines = memory.lines.map((ref, at): FilledLine => {
    const field = (name: string) => Object.values(values[`${at}/${name}`] ?? {})[0];
    const note = (name: string, wrong: string | null): void => {
      if (wrong !== null) errors[`${at}/${name}`] = wrong;
    };
    const day = (name: string): string | null => {
      const written = field(name)?.selected_date ?? null;
      note(name, written === null || isLocalDate(written) ? null : WRONG_DAY);
      return written;
    };
    const number = (name: string, wrongOf: (figure: number) => string | null): number | null => {
      const figure = typedFigure(field(name)?.value);
      if (figure === null) return null;
      note(name, typeof figure === 'string' ? wrongOf(Number.NaN) : wrongOf(figure));
      return typeof figure === 'number' ? figure : null;
    };
    const reason = field('reason')?.value ?? null;
    if (`${at}/reason` in values && (reason ?? '').trim().length < memory.reasonMin)
      note('reason', `理由不少于${memory.reasonMin}个字。`);
    return {
      ...ref,
      progress: number('progress', wrongProgress),
      words: field('words')?.value ?? null,
      blocker: field('blocker')?.value ?? null,
      expectedOn: day('expectedOn'),
      done: (field('done')?.selected_options ?? []).length > 0,
      ...(`${at}/correct` in values ? { correct: (field('correct')?.selected_options ?? []).length > 0 } : {}),
      reason,
      newDueOn: day('newDueOn'),
      ...figuresOf(values, at, number),
    };
  });
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  return {
    kind: 'form',
    blockIds: Object.keys(values),
    message: {
      address: addressOf(heard, user.id),
      dedupeKey: `slack/view/${view.id}/${trigger ?? view.hash ?? ''}`,
      kind: 'form',
      text: null,
      payload: { buttonId: memory.buttonId, lines },
      receivedAt: heard.receivedAt,
    },
  };
}

const WRONG_DAY = '日期应写作YYYY-MM-DD。';

const wrongProgress = (figure: number): string | null =>
  figure >= 0 && figure <= 100 ? null : '进度应为0至100之间的数字。';

const wrongFigure = (figure: number): string | null =>
  Number.isNaN(figure) ? '数据应为数字。' : figure < 0 ? '数据不应小于0。' : null;

function figuresOf(
  values: Record<string, unknown>,
  at: number,
  number: (name: string, wrongOf: (figure: number) => string | null) => number | null,
): Pick<FilledLine, 'figures'> {
  const names = Object.keys(values).flatMap((block) => {
    const [line, name, index] = block.split('/');
    return line === String(at) && name === 'figure' && index !== undefined ? [index] : [];
  });
  if (names.length === 0) return {};
  return { figures: Object.fromEntries(names.map((index) => [index, number(`figure/${index}`, wrongFigure)])) };
}
