import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const PAGE = join(import.meta.dirname, '../../web/page');
const DIST = join(PAGE, 'dist');

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

/** The folder with the page as users get it, built again when a source is newer. */
export async function builtPage(): Promise<string> {
  const index = join(DIST, 'index.html');
  const sources = Math.max(newestIn(join(PAGE, 'src')), statSync(join(PAGE, 'index.html')).mtimeMs);
  if (!existsSync(index) || statSync(index).mtimeMs < sources)
    await build({ root: PAGE, configFile: join(PAGE, 'vite.config.ts'), logLevel: 'error' });
  return DIST;
}
