import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './environment.ts';
import { setupError } from './setup-error.ts';

/** Builds the web page with Vite unless it is there and its sources are the same. */
export async function buildPage(
  folder = 'web/page',
  signal?: AbortSignal,
): Promise<'built' | 'up to date' | 'no page'> {
  const page = join(projectRoot, folder);
  const built = join(page, 'dist');
  const stamp = join(built, '.sources');
  if (!existsSync(join(page, 'index.html'))) return 'no page';
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return 'up to date';
  // Beside the old one until whole: somebody may be served from it.
  const next = `${built}.${process.pid}`;
  try {
    await vite(page, next, signal);
    writeFileSync(join(next, '.sources'), sources);
    rmSync(built, { recursive: true, force: true });
    renameSync(next, built);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  return 'built';
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  // The page shares the contract and pure functions with the server.
  const files = globSync(['web/*.ts', 'web/page/**/*', 'domain/**/*.ts', 'package-lock.json'], {
    cwd: projectRoot,
    exclude: (path) => /web\/page\/(dist[^/]*|node_modules)(\/|$)/.test(path),
  });
  for (const file of files.sort()) {
    const path = join(projectRoot, file);
    if (statSync(path).isFile()) hash.update(file).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function vite(page: string, outDir: string, signal?: AbortSignal): Promise<void> {
  const script = join(projectRoot, 'node_modules/vite/bin/vite.js');
  const child = spawn(
    process.execPath,
    [script, 'build', page, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: page, stdio: ['ignore', 'pipe', 'pipe'], signal },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const line = said.split('\n').find((text) => text.trim() !== '') ?? `exit ${code}`;
      reject(setupError(`The page could not be built (${line.trim()}): run npm run check, which tells more.`));
    });
  });
}
