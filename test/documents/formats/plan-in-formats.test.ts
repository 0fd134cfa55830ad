import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../domain/document/read-plan.ts';
import type { DraftPlan, SourceDocument } from '../../../domain/document/types.ts';
import { compare, f1 } from '../../domain/document/fictional/compare.ts';
import { traditional } from '../../domain/document/fictional/traditional.ts';
import { decoded } from '../read-blocks.ts';
import { PLAN_FORMATS } from './plan-formats.ts';
import { planTexts, type PlanText } from './plan-texts.ts';
import { printDocx } from './print-docx.ts';
import { printCsv, printXlsx } from './print-sheet.ts';
import { taskRows } from './task-rows.ts';

const planOf = (source: SourceDocument): DraftPlan => {
  const reading = readPlan(source);
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
};
const plainly = (text: string) => planOf({ format: 'txt', text, blocks: [] });

/** Fields in which two readings differ, with what differs. */
const differences = (plain: Partial<DraftPlan>, read: DraftPlan) =>
  [...compare(plain, read)]
    .filter(([, agreement]) => f1(agreement) < 1)
    .map(([field, { missing, extra }]) => ({ field, missing, extra }));

describe.each(planTexts())('the plan $name', ({ text }) => {
  it.each(Object.keys(PLAN_FORMATS))('reads the same from a file of %s as from its plain text', async (format) => {
    const source = await decoded((await PLAN_FORMATS[format]?.(text)) ?? new Uint8Array(), `方案.${format}`);
    expect(source.format).toBe(/\w+$/.exec(format)?.[0]);
    expect(differences(plainly(text), planOf(source))).toEqual([]);
  });

  it('reads the same in Big5 as in UTF-8', async () => {
    const letters = traditional(text);
    const source = await decoded(iconv.encode(letters, 'big5'), '方案.txt');
    expect(differences(plainly(iconv.decode(iconv.encode(letters, 'big5'), 'big5')), planOf(source))).toEqual([]);
  });

  it('gives its tasks from a sheet', async () => {
    const plain = plainly(text);
    const rows = taskRows(plain.tasks);
    const { title, tasks } = plain;
    expect(differences({ title, tasks }, planOf(await decoded(printXlsx(title, rows))))).toEqual([]);
    expect(differences({ tasks }, planOf(await decoded(printCsv(rows), '任务.csv')))).toEqual([]);
  });
});

const isReport = ({ text }: PlanText): boolean => {
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  return reading.kind === 'plan' && reading.questions.some(({ code }) => code === 'report-not-plan');
};

describe.each(planTexts().filter((plan) => !isReport(plan)))('the plan $name, printed as a plan', ({ text }) => {
  it('reads the same with its tasks repeated in an attached table', async () => {
    const plain = plainly(text);
    const bytes = await printDocx(text, { title: `${plain.title}任务分解表`, rows: taskRows(plain.tasks) });
    expect(differences(plain, planOf(await decoded(bytes)))).toEqual([]);
  });
});
