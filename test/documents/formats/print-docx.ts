import {
  AlignmentType,
  Document,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Footer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type IParagraphOptions,
} from 'docx';
import { chineseNumber } from '../../../domain/document/outline/number-mark.ts';
import { planLines } from './plan-lines.ts';

/** Marks that Word counts by itself: what stands around the number, and how it is written. */
const COUNTED = [
  { form: /^(?<open>)(?<number>[一二三四五六七八九十]{1,3})(?<close>、)/, written: 'chinese' },
  { form: /^(?<open>[((])(?<number>[一二三四五六七八九十]{1,3})(?<close>[))])/, written: 'chinese' },
  { form: /^(?<open>)(?<number>\d{1,2})(?<close>[..、])(?!\d)/, written: 'decimal' },
] as const;

interface Counter {
  reference: string;
  last: number;
}

/**
 * A plan as a word processor's file: numbers at the beginning of a paragraph are Word's own wherever it would count to
 * the same; a list that restarts or skips is a new one. `table`: an attachment with that title, its rows as a table.
 */
export async function printDocx(text: string, table?: { title: string; rows: string[][] }): Promise<Uint8Array> {
  const counters = new Map<string, Counter>();
  const lists: { reference: string; text: string; start: number; chinese: boolean }[] = [];
  const numbered = (line: string): IParagraphOptions => {
    for (const { form, written } of COUNTED) {
      const { open, number, close } = form.exec(line)?.groups ?? {};
      if (number === undefined) continue;
      const value = written === 'chinese' ? chineseNumber(number) : Number(number);
      const shape = `${open}%1${close}`;
      const counter = counters.get(shape);
      const goesOn = counter?.last === value - 1;
      const reference = goesOn ? counter.reference : `list-${lists.length}`;
      if (!goesOn) lists.push({ reference, text: shape, start: value, chinese: written === 'chinese' });
      counters.set(shape, { reference, last: value });
      const mark = `${open}${number}${close}`;
      return { children: [new TextRun(line.slice(mark.length))], numbering: { reference, level: 0 } };
    }
    return { children: [new TextRun(line)] };
  };
  const body = planLines(text).map(
    (line, at) =>
      new Paragraph({ ...numbered(line), ...(at === 0 ? { alignment: AlignmentType.CENTER } : { indent: INDENT }) }),
  );
  const attached = table
    ? [new Paragraph({ text: '附件', pageBreakBefore: true }), new Paragraph(table.title), tableOf(table.rows)]
    : [];
  const pageNumber = new Paragraph({ children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })] });
  const document = new Document({
    numbering: {
      config: lists.map(({ reference, text: shape, start, chinese }) => ({
        reference,
        levels: [
          {
            level: 0,
            start,
            text: shape,
            format: chinese ? LevelFormat.CHINESE_COUNTING_THOUSAND : LevelFormat.DECIMAL,
            suffix: LevelSuffix.NOTHING,
          },
        ],
      })),
    },
    sections: [{ children: [...body, ...attached], footers: { default: new Footer({ children: [pageNumber] }) } }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** Two characters, in twentieths of a point. */
const INDENT = { firstLine: 640 };

const tableOf = (rows: string[][]): Table =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
    ),
  });
