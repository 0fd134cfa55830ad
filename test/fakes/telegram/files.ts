import type { File } from 'node-telegram-bot-api';
import { badRequest } from './api-error.ts';
import type { Params } from './types.ts';

/** Bot API, getFile: "For the moment, bots can download files of up to 20MB in size." */
const DOWNLOAD_MAX_BYTES = 20 * 1_000 * 1_000;

interface Kept {
  file: Required<File>;
  bytes: Uint8Array;
}

export interface Files {
  /** A file that a person sends; `size` where it is to seem larger than its bytes. */
  keep(bytes: Uint8Array, options: { folder: string; ending: string; size?: number }): Required<File>;
  getFile(params: Params): File;
  /** What `/file/bot<token>/<path>` gives; null: 404. */
  at(path: string): Uint8Array | null;
}

/** Files that people sent: an id for the bot, which is not the path, and a path for an hour. */
export function createFiles(): Files {
  const byId = new Map<string, Kept>();
  /** Only what was asked for has a path. */
  const asked = new Map<string, Kept>();
  let last = 0;
  return {
    keep(bytes, { folder, ending, size }) {
      last += 1;
      const file = {
        file_id: `BQACAgUAAxkBAAI${String(last).padStart(6, '0')}`,
        file_unique_id: `AgADx${last}`,
        file_size: size ?? bytes.length,
        file_path: `${folder}/file_${last}${ending}`,
      };
      byId.set(file.file_id, { file, bytes });
      return file;
    },
    getFile(params) {
      const id = params['file_id'];
      if (typeof id !== 'string' || id === '') throw badRequest('file_id not specified');
      const kept = byId.get(id);
      if (!kept) throw badRequest('wrong file_id or the file is temporarily unavailable');
      if (kept.file.file_size > DOWNLOAD_MAX_BYTES) throw badRequest('file is too big');
      asked.set(kept.file.file_path, kept);
      return kept.file;
    },
    at: (path) => asked.get(path)?.bytes ?? null,
  };
}
