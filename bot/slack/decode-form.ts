import { z } from 'zod';
import { addressOf, ignored, type Decoded, type Heard } from './decoded.ts';

/** Which parts the form asks about, in the order of its lines; ours, written when the modal was opened. */
const Asked = z.array(z.object({ entityId: z.string(), partId: z.string() })).min(1);

const Field = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_options: z.array(z.unknown()).nullish(),
});

const Submitted = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  view: z.looseObject({
    id: z.string(),
    private_metadata: z.string(),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), Field)) }),
  }),
});

/**
 * A `view_submission` body as the form that the web inbox posts. Blocks are called `<line>/<field>`, with one
 * element each: progress, words, blocker (inputs), expectedOn (a date picker), done (a checkbox).
 */
export function decodeForm(body: unknown, heard: Heard): Decoded {
  const read = Submitted.safeParse(body);
  const asked = read.success ? Asked.safeParse(parsed(read.data.view.private_metadata)) : null;
  if (!read.success || !asked?.success) return ignored('a form that is not ours');
  const { view, user } = read.data;
  const field = (line: number, name: string) => Object.values(view.state.values[`${line}/${name}`] ?? {})[0];
  return {
    kind: 'message',
    message: {
      address: addressOf(heard, user.id),
      dedupeKey: `slack/view/${view.id}`,
      kind: 'form',
      text: null,
      payload: {
        lines: asked.data.map((part, line) => ({
          ...part,
          progress: figure(field(line, 'progress')?.value),
          words: field(line, 'words')?.value ?? null,
          blocker: field(line, 'blocker')?.value ?? null,
          expectedOn: field(line, 'expectedOn')?.selected_date ?? null,
          done: (field(line, 'done')?.selected_options ?? []).length > 0,
        })),
      },
      receivedAt: heard.receivedAt,
    },
  };
}

/** Empty: not filled in. What is no figure goes on as it is, so that it is refused with a sentence. */
function figure(text: string | null | undefined): number | string | null {
  const plain = (text ?? '').normalize('NFKC').replace('%', '').trim();
  if (plain === '') return null;
  return Number.isNaN(Number(plain)) ? plain : Number(plain);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
