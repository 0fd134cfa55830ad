import { CFB } from '@e965/xlsx';

/** A paragraph, or a row of a table. */
export type DocPart = string | string[];

const CELL_MARK = '\u0007';
const TEXT_AT = 0x600;
const PAGE_BYTES = 512;

/**
 * A Word 97 file of our own, written by hand after [MS-DOC] because no library writes one: FIB, one piece of UTF-16
 * text, its piece table, and the paragraph properties that mark the ends of table rows.
 */
export function doc(parts: DocPart[], { flags = 0 } = {}): Uint8Array {
  let text = '';
  const rowEnds: number[] = [];
  for (const part of parts) {
    if (typeof part === 'string') text += `${part}\r`;
    else {
      text += part.map((cell) => cell.replaceAll('\n', '\r') + CELL_MARK).join('');
      rowEnds.push(text.length);
      text += CELL_MARK;
    }
  }
  const letters = Buffer.from(text, 'utf16le');
  const pageNumber = Math.ceil((TEXT_AT + letters.length) / PAGE_BYTES);
  const main = Buffer.alloc(Math.max(8_192, (pageNumber + 1) * PAGE_BYTES));
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200 | flags, 0x0a);
  main.writeUInt32LE(TEXT_AT, 0x18);
  main.writeUInt32LE(text.length, 0x4c);
  letters.copy(main, TEXT_AT);
  paragraphPage(rowEnds).copy(main, pageNumber * PAGE_BYTES);
  const table = Buffer.alloc(4_096);
  pieceTable(text.length).copy(table, 0);
  main.writeUInt32LE(0, 0x1a2);
  if (rowEnds.length > 0) {
    table.writeUInt32LE(pageNumber, 512 + 8);
    main.writeUInt32LE(512, 0x102);
    main.writeUInt32LE(12, 0x106);
  }
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/WordDocument', main);
  CFB.utils.cfb_add(container, '/1Table', table);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

/** Clx: one piece over all characters, two bytes each. */
function pieceTable(length: number): Buffer {
  const clx = Buffer.alloc(5 + 16);
  clx.writeUInt8(2, 0);
  clx.writeUInt32LE(16, 1);
  clx.writeUInt32LE(length, 9);
  clx.writeUInt32LE(TEXT_AT, 15);
  return clx;
}

/** PapxFkp: sprmPFTtp on the mark that ends each row, all runs sharing one property list. */
function paragraphPage(rowEnds: number[]): Buffer {
  const page = Buffer.alloc(PAGE_BYTES);
  const bounds = rowEnds.flatMap((at) => [at, at + 1]);
  const runs = Math.max(0, bounds.length - 1);
  bounds.forEach((at, index) => page.writeUInt32LE(TEXT_AT + at * 2, index * 4));
  const [ends, between] = [480, 490];
  page.set([3, 0, 0, 0x17, 0x24, 1], ends);
  page.set([2, 0, 0, 0], between);
  for (let run = 0; run < runs; run++) page.writeUInt8((run % 2 === 0 ? ends : between) / 2, (runs + 1) * 4 + run * 13);
  page.writeUInt8(runs, PAGE_BYTES - 1);
  return page;
}
