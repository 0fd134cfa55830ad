import { read, utils, type CellObject, type Range, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { SourceDocument } from '../../domain/document/types.ts';
import { LIMITS } from '../limits.ts';
import { partTypes, refuseActiveContent } from '../office-package.ts';
import { DocumentRefused } from '../refusals.ts';
import { createSourceWriter, type WrittenCell } from '../source-writer.ts';
import { openZip } from '../zip.ts';

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const CELL_PARTS =
  /^(_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** A workbook's visible sheets as tables, cells as the program shows them. No formula is calculated. */
export async function decodeWorkbook(bytes: Uint8Array): Promise<SourceDocument> {
  const book = readBook(bytes[0] === 0x50 ? await onlyCells(bytes) : bytes);
  const writer = createSourceWriter();
  const sheets = book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0;
    const rows = sheet && !hidden ? rowsOf(sheet) : [];
    return rows.length > 0 ? [{ name, rows }] : [];
  });
  for (const { name, rows } of sheets) {
    if (sheets.length > 1 && !/^sheet\s*\d+$/i.test(name)) writer.paragraph(name, 1);
    writer.table(rows);
  }
  return writer.finish('xlsx');
}

/** The parts that hold cells, inflated within LIMITS and packed anew: the library never sees the file's own zip. */
async function onlyCells(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await openZip(bytes);
  refuseActiveContent(zip);
  const names = zip.names.filter((name) => CELL_PARTS.test(name));
  const parts = Object.fromEntries(names.map((name) => [name, zip.read(name) ?? Buffer.alloc(0)]));
  const types = partTypes(zip).filter(({ part, type }) => part in parts && !/[<>&"]/.test(part + type));
  const overrides = types.map(({ part, type }) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  const contentTypes = `<Types xmlns="${TYPES}">${overrides.join('')}</Types>`;
  return zipSync({ ...parts, '[Content_Types].xml': Buffer.from(contentTypes) }, { level: 0 });
}

function readBook(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: true,
      dateNF: 'yyyy-mm-dd',
      sheetRows: LIMITS.sheetRows,
    });
  } catch (error) {
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message);
    throw new DocumentRefused(encrypted ? 'DOCUMENT_ENCRYPTED' : 'DOCUMENT_DAMAGED');
  }
}

function rowsOf(sheet: WorkSheet): WrittenCell[][] {
  const data: (CellObject | undefined)[][] = (sheet as { '!data'?: (CellObject | undefined)[][] })['!data'] ?? [];
  const texts = data.map((row) => Array.from(row?.slice(0, LIMITS.sheetColumns) ?? [], textOf));
  const columns = Math.max(0, ...texts.map((row) => row.findLastIndex((text) => text !== '') + 1));
  const kept = texts.flatMap((row, at) => (row?.some((text) => text !== '') ? [at] : []));
  const merges = mergesByCell(sheet['!merges'] ?? []);
  return kept.map((at) => {
    const cells: WrittenCell[] = [];
    for (let column = 0; column < columns; column++) {
      const merge = merges.get(`${at}/${column}`);
      if (merge === 'covered') continue;
      const text = texts[at]?.[column] ?? '';
      if (!merge) cells.push({ text });
      else {
        const rowSpan = kept.filter((row) => row >= merge.s.r && row <= merge.e.r).length;
        cells.push({ text, rowSpan, columnSpan: Math.min(merge.e.c, columns - 1) - merge.s.c + 1 });
      }
    }
    return cells;
  });
}

/** Where a merged range starts, and the cells that it covers. */
function mergesByCell(merges: Range[]): Map<string, Range | 'covered'> {
  const cells = new Map<string, Range | 'covered'>();
  let covered = 0;
  for (const merge of merges) {
    const last = { r: Math.min(merge.e.r, LIMITS.sheetRows), c: Math.min(merge.e.c, LIMITS.sheetColumns) };
    for (let row = merge.s.r; row <= last.r; row++)
      for (let column = merge.s.c; column <= last.c; column++) {
        if (++covered > LIMITS.cells) throw new DocumentRefused('DOCUMENT_TOO_LARGE');
        cells.set(`${row}/${column}`, row === merge.s.r && column === merge.s.c ? merge : 'covered');
      }
  }
  return cells;
}

const textOf = (cell: CellObject | undefined): string =>
  cell === undefined || cell.t === 'e' || cell.t === 'z' ? '' : utils.format_cell(cell).trim();
