/** What a document may cost. A plan of a hundred pages with its pictures stays far below all of them. */
export const LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  zipEntries: 5_000,
  /** One inflated part of a zip; the body of a 1,000-page document is about 30 MiB. */
  zipPartBytes: 40 * 1024 * 1024,
  /** All parts that are inflated, together. */
  zipTotalBytes: 96 * 1024 * 1024,
  /** Inflated to packed, for a part above `zipRatioFromBytes`. Repetitive XML stays below 100. */
  zipRatio: 250,
  zipRatioFromBytes: 4 * 1024 * 1024,
  textChars: 4_000_000,
  /** In one part; a table of 5,000 rows has about 250,000. */
  elements: 1_000_000,
  xmlDepth: 250,
  /** Old pages leave tags open, line after line. */
  htmlDepth: 1_500,
  pdfPages: 500,
  isolatedMs: 30_000,
  isolatedHeapMb: 1_024,
  sheetRows: 5_000,
  sheetColumns: 60,
  cells: 300_000,
} as const;
