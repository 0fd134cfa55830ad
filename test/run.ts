// npm test [-- PROJECT … FILTER … --FLAG …]: every vitest project, and one closing line.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../setup/environment.ts';
import { countResults } from './run/count-results.ts';

const projects = ['unit', 'contract', 'workflow', 'system', 'browser'];
const args = process.argv.slice(2);
const chosen = args.filter((arg) => projects.includes(arg));
const rest = args.filter((arg) => !projects.includes(arg));
const strict = process.env['CI'] === 'true';
const report = join(projectRoot, 'test/output/results.json');

rmSync(report, { force: true });
const code = await vitest();
const counts = countResults(existsSync(report) ? readFileSync(report, 'utf8') : undefined, code);

for (const reason of counts.reasons) console.log(reason);
if (strict && counts.skipped > 0) console.log('A skipped test is a failure where CI=true.');
const sharedMissing = strict && !existsSync(join(projectRoot, '../shared'));
if (sharedMissing) console.log('The folder shared/ is missing beside the project, and CI=true.');
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
const unsound = counts.failed > 0 || counts.passed === 0 || sharedMissing || (strict && counts.skipped > 0);
process.exitCode = unsound ? 1 : 0;

function vitest(): Promise<number> {
  // The stories have a command of their own.
  const only = (chosen.length > 0 ? chosen : projects).flatMap((name) => ['--project', name]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const script = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [script, 'run', ...only, ...reporters, ...rest], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (status) => resolve(status ?? 1));
  });
}
