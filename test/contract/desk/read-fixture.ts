import type { DocumentReader } from '../../../bot/desk/reading/document-reader.ts';
import { READING } from '../../../web/page/mock/fixture-reading.ts';

/** Reads every file as the fixture's plan, but one that says it is none, and one that can't be opened. */
export const fixtureReader: DocumentReader = {
  async decode(bytes) {
    const text = new TextDecoder().decode(bytes);
    if (text.startsWith('PK')) return { ok: false, code: 'DOCUMENT_DAMAGED', reason: '文件已损坏,请重新下载。' };
    return { ok: true, source: { format: 'txt', text, blocks: [] } };
  },
  read: ({ text }) =>
    text.includes('通讯') ? { kind: 'not-a-plan', code: 'news', reason: '这是一篇通讯,请读入方案原文。' } : READING,
};

export const fileOf = (text: string): { bytes: Uint8Array; fileName: string } => ({
  bytes: new TextEncoder().encode(text),
  fileName: '方案.txt',
});
