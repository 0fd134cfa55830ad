import { z } from 'zod';
import { METADATA_MAX } from '../limits.ts';

const Memory = z.object({
  /** The button that asked for the form. */
  b: z.string(),
  /** entityId and partId of each line, in the order of the modal. */
  l: z.array(z.tuple([z.string(), z.string()])).min(1),
  /** Fewest characters of a reason; absent: any. */
  m: z.number().int().optional(),
});

/** What a modal carries to its submission, kept by Slack and given back as it was. */
export interface FormMemory {
  buttonId: string;
  lines: { entityId: string; partId: string }[];
  reasonMin: number;
}

/** As text, with as many of the lines as fit. */
export function rememberForm({ buttonId, lines, reasonMin }: FormMemory): { text: string; lines: number } {
  for (let count = lines.length; count > 0; count -= 1) {
    const memory: z.infer<typeof Memory> = {
      b: buttonId,
      l: lines.slice(0, count).map(({ entityId, partId }) => [entityId, partId]),
      ...(reasonMin > 0 ? { m: reasonMin } : {}),
    };
    const text = JSON.stringify(memory);
    if (text.length <= METADATA_MAX) return { text, lines: count };
  }
  throw new RangeError('one line of a form is longer than a modal remembers');
}

/** null: not a form of ours. */
export function recallForm(text: string): FormMemory | null {
  const read = Memory.safeParse(parsed(text));
  if (!read.success) return null;
  const { b, l, m = 0 } = read.data;
  return { buttonId: b, lines: l.map(([entityId, partId]) => ({ entityId, partId })), reasonMin: m };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
