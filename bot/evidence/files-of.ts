import { z } from 'zod';
import { fileName } from '../../domain/evidence/file-name.ts';
import type { FileRef } from '../../domain/chat/port.ts';
import type { PartRef } from '../parts-of-act.ts';

/** `for`: the line of a form to which it was attached. */
export type AttachedFile = FileRef & { for?: PartRef };

const Files = z.array(
  z.looseObject({
    id: z.string().min(1),
    name: z.string().nullish(),
    mime: z.string().nullish(),
    size: z.number().nullish(),
    for: z.object({ entityId: z.string(), partId: z.string() }).optional(),
  }),
);

/** Files of a row of the inbox, by what its adapter put into the payload; what isn't shaped so is none. */
export function filesOf(payload: unknown): AttachedFile[] {
  const read = Files.safeParse((payload as { files?: unknown } | null)?.files);
  if (!read.success) return [];
  const files = read.data.map(({ id, name, mime, size, for: line }) => ({
    id,
    name: fileName(name),
    mime: mime ?? null,
    size: size ?? null,
    ...(line ? { for: line } : {}),
  }));
  return [...new Map(files.map((file) => [file.id, file])).values()];
}

/** A message that brought files and said nothing: an adapter may have put the files' names for its words. */
export const isWordless = ({ text, payload }: { text: string | null; payload: unknown }): boolean =>
  filesOf(payload).length > 0 && (text ?? '').split('\n').every((line) => /^(〔附件〕.*)?$/.test(line.trim()));
