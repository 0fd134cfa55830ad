import type { FileRef } from '../../domain/chat/port.ts';
import type { IncomingChatMessage } from './update-schema.ts';

/** How Telegram calls a kind of file, what a nameless one is called, and its usual type. */
const KINDS = [
  ['document', '文件', '', null],
  ['video', '视频', '.mp4', 'video/mp4'],
  ['video_note', '视频', '.mp4', 'video/mp4'],
  ['voice', '语音', '.ogg', 'audio/ogg'],
  ['audio', '音频', '.mp3', 'audio/mpeg'],
] as const;

/** The files of one message, by Telegram's own ids: nothing is fetched yet. Of a photo its largest size; it never has a name. */
export function filesOf(message: IncomingChatMessage): FileRef[] {
  const files = KINDS.flatMap(([kind, label, ending, usual]): FileRef[] => {
    const file = message[kind];
    if (!file) return [];
    const { file_id: id, file_name: name, mime_type: mime, file_size: size } = file;
    return [{ id, name: name ?? `${label}${message.message_id}${ending}`, mime: mime ?? usual, size: size ?? null }];
  });
  // Telegram lists them from the smallest; it promises no order.
  const largest = (message.photo ?? []).toSorted((a, b) => areaOf(a) - areaOf(b)).at(-1);
  if (!largest) return files;
  const { file_id: id, file_size: size } = largest;
  return [...files, { id, name: `照片${message.message_id}.jpg`, mime: 'image/jpeg', size: size ?? null }];
}

const areaOf = ({ width = 0, height = 0 }: { width?: number | undefined; height?: number | undefined }): number =>
  width * height;
