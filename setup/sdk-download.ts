import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lets Temporal's SDK download the program, the last resort: it checks no hash. Answers undefined
 * where that fails. A file fetched so is kept apart from the verified ones, and used again.
 */
export async function sdkDownload(kind: 'cli' | 'test-server', cache: string): Promise<string | undefined> {
  const kept = join(cache, `unverified-${kind}`);
  const existing = only(kept);
  if (existing) return existing;
  const folder = mkdtempSync(join(cache, 'download-'));
  try {
    // Downloading is a part of starting: start it once, for nothing else.
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const server = { executable: { type: 'cached-download', downloadDir: folder } } as const;
    const started =
      kind === 'cli'
        ? await TestWorkflowEnvironment.createLocal({ server })
        : await TestWorkflowEnvironment.createTimeSkipping({ server });
    await started.teardown();
    mkdirSync(cache, { recursive: true });
    rmSync(kept, { recursive: true, force: true });
    renameSync(folder, kept);
    return only(kept);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function only(folder: string): string | undefined {
  try {
    const name = readdirSync(folder).find((file) => file.includes('temporal'));
    return name && join(folder, name);
  } catch {
    return undefined;
  }
}
