// npm run stories [-- GROUP …]: plays the stories of test/stories on the skipping server, and one closing line.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../setup/environment.ts';
import { countResults } from '../run/count-results.ts';

const report = join(projectRoot, 'test/output/stories.json');
rmSync(report, { force: true });
const code = await vitest(process.argv.slice(2));
const { passed, failed, skipped, reasons } = countResults(
  existsSync(report) ? readFileSync(report, 'utf8') : undefined,
  code,
);

for (const reason of reasons) console.log(reason);
if (skipped > 0) console.log(`${skipped} stories were not played.`);
console.log(`stories: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 || skipped > 0 ? 1 : 0;

/** A group is a file's name without `.stories.ts`; flags go on to vitest. */
function vitest(args: string[]): Promise<number> {
  const groups = args.map((arg) => (arg.startsWith('-') ? arg : `test/stories/${arg}`));
  const script = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [script, 'run', '--project', 'stories', ...reporters, ...groups], {
    cwd: projectRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (status) => resolve(status ?? 1));
  });
}
