// node test/domain/document/fictional/agree.ts SCORER.mjs PLANS.json: does our comparison count as an outer scorer does?
// Each plan is compared with damaged copies of itself by both; non-zero where one field is counted otherwise.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from './compare.ts';
import { random, type Random } from './random.ts';
import type { Facts } from './types.ts';

const [scorer = '', plans = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'duban-agree-'));

function damage(value: unknown, { chance }: Random): unknown {
  if (typeof value === 'string') return chance(0.06) ? value.slice(1) : value;
  if (Array.isArray(value)) return value.filter(() => !chance(0.08)).map((item) => damage(item, { chance } as Random));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, damage(inner, { chance } as Random)]));
}

function outer(facts: Facts, read: Facts): Record<string, { gold: number; read: number; hit: number }> {
  const paths = [facts, read].map((plan, at) => {
    const path = join(folder, `${at}.json`);
    writeFileSync(path, JSON.stringify(plan));
    return path;
  });
  const run = spawnSync(process.execPath, [scorer, ...paths, '--json'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Record<string, { gold: number; read: number; hit: number }>;
}

let same = 0;
let different = 0;
for (const [key, facts] of Object.entries(JSON.parse(readFileSync(plans, 'utf8')) as Record<string, Facts>)) {
  for (const seed of [1, 2, 3]) {
    const read = damage(facts, random(seed)) as Facts;
    const ours = compare(facts, read);
    for (const [field, row] of Object.entries(outer(facts, read))) {
      const our = ours.get(field);
      if (our?.known === row.gold && our.read === row.read && our.hit === row.hit) same += 1;
      else {
        different += 1;
        console.log(
          `${key} ${field}: ${our?.known} ${our?.read} ${our?.hit}, there ${row.gold} ${row.read} ${row.hit}`,
        );
      }
    }
  }
}
rmSync(folder, { recursive: true });
console.log(`${same} fields counted alike, ${different} otherwise`);
process.exit(different === 0 ? 0 : 1);
