import iconv from 'iconv-lite';
import { readPlan } from '../../domain/document/read-plan.ts';
import { traditional } from '../domain/document/fictional/traditional.ts';
import { doc } from '../documents/doc-fixture.ts';
import { pdf, setPages } from '../documents/pdf-fixture.ts';
import { planLines } from '../documents/formats/plan-lines.ts';
import { planTexts } from '../documents/formats/plan-texts.ts';
import { printDocx } from '../documents/formats/print-docx.ts';
import { printHtml } from '../documents/formats/print-html.ts';
import { printCsv, printXlsx } from '../documents/formats/print-sheet.ts';
import { taskRows } from '../documents/formats/task-rows.ts';

/** A plan as a person has it: a file to choose, or a text to paste. */
export interface PlanFile {
  name: string;
  /** How many tasks must stand in the review and in the started plan. */
  tasks: number;
  content: () => Uint8Array | Promise<Uint8Array>;
  pasted?: boolean;
  /** Much to show at once. */
  large?: boolean;
}

function planOf(text: string) {
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
}

const MANY_UNITS = 90;

/** The published texts, one format each. */
const FORMAT_OF: Record<string, string> = { '000': 'html', '001': 'docx', '002': 'pdf', '003': 'txt', '004': 'doc' };

const MADE: Record<string, (text: string) => Uint8Array | Promise<Uint8Array>> = {
  html: printHtml,
  docx: (text) => printDocx(text),
  pdf: (text) => pdf(setPages(planLines(text))),
  txt: (text) => iconv.encode(text, 'gb18030'),
  doc: (text) => doc(planLines(text)),
};

/** The same facts are the same plan, whatever they were printed in: each file has a document number of its own. */
const numbered = (text: string, number: number): string => text.replace(/〕\d+号/, `〕${number}号`);

/** Each published plan in a format of its own, and the demo plan in those that are left (its UTF-8 is the product loop's). */
export function planFiles(): PlanFile[] {
  const [demo, ...published] = planTexts();
  const textAt = (at: number) => numbered(demo?.text ?? '', 101 + at);
  const plan = planOf(demo?.text ?? '');
  const rows = taskRows(plan.tasks);
  const tasks = plan.tasks.length;
  const table = { title: `${plan.title}任务分解表`, rows };
  return [
    { name: 'Big5.txt', tasks, content: () => iconv.encode(traditional(textAt(0)), 'big5') },
    { name: '附任务分解表.docx', tasks, content: () => printDocx(textAt(1), table) },
    { name: '粘贴的正文', tasks, content: () => Buffer.from(textAt(2)), pasted: true },
    { name: '任务分解表.xlsx', tasks, content: () => printXlsx(table.title, rows) },
    { name: '任务分解表.csv', tasks, content: () => printCsv(rows) },
    ...published.flatMap(({ name, text: words }): PlanFile[] => {
      const format = FORMAT_OF[name] ?? 'txt';
      const make = MADE[format];
      if (!make) return [];
      const file = `${name}.${format}`;
      const { tasks: known } = planOf(words);
      const large = known.flatMap(({ responsibleUnits }) => responsibleUnits).length > MANY_UNITS;
      return [{ name: file, tasks: known.length, content: () => make(words), large }];
    }),
  ];
}
