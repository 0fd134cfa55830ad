// npm run chaos -- [--row N]… [--seed S] [--minutes M]: one line a row, a report in test/output, non-zero where something is found.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../../setup/environment.ts';
import { rows } from './rows/index.ts';
import { playRow, stopCurrent, type RowResult } from './rows/row.ts';

const { values } = parseArgs({
  options: {
    row: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '15' },
  },
});
const chosen = values.row?.map(Number) ?? rows.map(({ row }) => row);
const unknown = chosen.filter((number) => !rows.some(({ row }) => row === number));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}: choose from ${rows.map(({ row }) => row).join(', ')}.`);
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopCurrent().finally(() => process.exit(130)));
}

const options = { seed: Number(values.seed), minutes: Number(values.minutes) };
const results: RowResult[] = [];
for (const row of rows.filter((one) => chosen.includes(one.row))) {
  const result = await playRow(row, options);
  results.push(result);
  const figures = Object.entries(result.figures).map(([name, count]) => `${name} ${count}`);
  const verdict = result.findings.length === 0 ? '✓' : '✗';
  console.log(`${verdict} row ${row.row} ${row.fault}: ${result.findings.length} findings, ${figures.join(', ')}`);
  for (const { law, what, where } of result.findings.slice(0, 20)) console.log(`    ${law} ${what}: ${where}`);
}
const folder = join(projectRoot, 'test/output');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'chaos.json'), `${JSON.stringify({ ...options, results }, null, 2)}\n`);
process.exit(results.some(({ findings }) => findings.length > 0) ? 1 : 0);
