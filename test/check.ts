// npm run check: format, lint, types, imports and our own rules; says which failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../setup/environment.ts';
import { problemsIn } from './check/repository-rules.ts';

type Check = { readonly name: string; readonly run: () => string | undefined };

const program = (path: string) => join(projectRoot, 'node_modules', path);
const node = (path: string, ...args: string[]) => tool(process.execPath, program(path), ...args);

const checks: Check[] = [
  { name: 'format (mend with npm run format)', run: () => node('.bin/oxfmt', '--check') },
  { name: 'lint', run: () => node('.bin/oxlint', '--type-aware') },
  { name: 'types', run: () => node('.bin/tsc', '--noEmit', '-p', '.') },
  { name: 'imports', run: () => node('.bin/depcruise', '--config', '.dependency-cruiser.cjs', ...sourceRoots()) },
  { name: 'lock file', run: () => tool(process.execPath, 'setup/complete-lock.mjs', '--check') },
  { name: 'repository rules', run: repositoryRules },
  { name: 'migrations hold the schema', run: migrationsHoldSchema },
];

const failed = checks.filter(({ name, run }) => {
  const began = performance.now();
  const said = run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${said === undefined ? '✓' : '✗'} ${name} ${seconds} s`);
  if (said !== undefined) console.log(said.trimEnd());
  return said !== undefined;
});
if (failed.length > 0) {
  console.log(`check failed: ${failed.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}

/** What the tool said if it failed, else undefined. */
function tool(command: string, ...args: string[]): string | undefined {
  const result = spawnSync(command, args, { cwd: projectRoot, encoding: 'utf8', maxBuffer: 1 << 26 });
  return result.status === 0 ? undefined : `${result.error?.message ?? ''}${result.stdout}${result.stderr}`;
}

function trackedFiles(): string[] {
  const git = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return git.stdout.split('\0').filter((path) => path !== '' && existsSync(join(projectRoot, path)));
}

function sourceRoots(): string[] {
  const code = trackedFiles().filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  return [...new Set(code.map((path) => path.split('/')[0] ?? path))].sort();
}

function repositoryRules(): string | undefined {
  const problems = trackedFiles()
    .filter((path) => statSync(join(projectRoot, path)).size < 2_000_000)
    .flatMap((path) => {
      const bytes = readFileSync(join(projectRoot, path));
      return bytes.includes(0) ? [] : problemsIn(path, bytes.toString('utf8'));
    });
  return problems.length > 0 ? problems.join('\n') : undefined;
}

function migrationsHoldSchema(): string | undefined {
  const read = (path: string) => readFileSync(join(projectRoot, 'prisma', path), 'utf8');
  if (read('schema.prisma') === read('migrations/last-schema.prisma')) return undefined;
  return 'schema.prisma has changed since the last migration: run setup/make-migration.ts NAME';
}
