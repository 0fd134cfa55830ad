import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../domain/supervision/reading.ts';
import type { OfficeAct } from '../../../domain/supervision/office-act.ts';
import { claim, report } from '../supervision/fixtures.ts';
import { briefWorld, released, type BriefWorld } from './brief-world.ts';

/** A small generator of our own, so that a failing run can be made again from its seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const NOS = ['一', '二', '三', '四'];
const READINGS: ((n: number) => Reading)[] = [
  () => ({ kind: 'receipt' }),
  () => ({ kind: 'no-change' }),
  (n) => report(`完成${n}%`, n),
  (n) => report('正在推进', null, { blocker: n > 50 ? '经费未到位' : null }),
  () => ({ kind: 'coordination', words: '请协调经费' }),
  () => ({ kind: 'dispute', reason: '不属我局职责' }),
  () => claim,
];
const ACTS: OfficeAct[] = [
  { kind: 'accept', partId: null },
  { kind: 'return', partId: 'p1', reason: '缺少佐证材料' },
  { kind: 'nudge', partId: 'p1', earliestNext: '2026-07-01T00:00:00.000Z' },
  { kind: 'cancel', reason: '上级已取消该项' },
];

/** Something that somebody does; what the rules refuse simply doesn't happen. */
function step(world: BriefWorld, next: (below: number) => number, when: string): void {
  const no = NOS[next(NOS.length)] as string;
  try {
    if (next(4) === 0) world.office(no, when, ACTS[next(ACTS.length)] as OfficeAct);
    else world.says(no, when, (READINGS[next(READINGS.length)] as (typeof READINGS)[0])(next(101)), `p${next(2) + 1}`);
  } catch (error) {
    if (!(error instanceof Error) || !/^[A-Z_]+$/.test(error.message)) throw error;
  }
}

const newWorld = (): BriefWorld =>
  briefWorld(NOS.map((no) => ({ no, title: `事项${no}`, units: ['市科技局', '市知识产权局'] })));

describe('whatever happens', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    'every sentence of every brief has a source that exists (seed %i)',
    (seed) => {
      const next = random(seed);
      const world = newWorld();
      let previous = null;
      for (let month = 7; month <= 12; month += 1) {
        const day = (n: number): string => `2026-${String(month).padStart(2, '0')}-${String(n).padStart(2, '0')}`;
        for (let n = 0; n < 5; n += 1) step(world, next, `${day(2 + n * 4)} 10:1${n}`);
        const brief = world.brief(`${day(25)} 10:00`, previous);
        const known = new Set(world.events.map(({ entityId, seq }) => `${entityId}#${seq}`)).add('desk/plan#9');
        const said = new Set((previous?.body.sections ?? []).flatMap(({ sentences }) => sentences.map(({ id }) => id)));
        const ids = brief.sections.flatMap(({ sentences }) => sentences.map(({ id }) => id));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id, text, sources } of brief.sections.flatMap(({ sentences }) => sentences)) {
          expect(sources.length, id).toBeGreaterThan(0);
          expect(text, id).toMatch(/^.+。$/);
          expect(text, id).not.toMatch(/undefined|null|NaN|。。|;。|::/);
          for (const source of sources) {
            if ('seq' in source) expect(known, `${id} ${text}`).toContain(`${source.entityId}#${source.seq}`);
            if ('briefNo' in source) expect(said).toContain(source.sentenceId);
          }
        }
        previous = released(month - 6, `${day(25)} 10:00`, brief);
      }
    },
  );

  it.each([3, 17, 29])(
    'a brief drafted twice from one state is the same, and the next one finds nothing new (seed %i)',
    (seed) => {
      const next = random(seed);
      const world = newWorld();
      for (let n = 1; n < 20; n += 1) step(world, next, `2026-07-${String(n).padStart(2, '0')} 10:00`);
      const brief = world.brief('2026-07-24 10:00');
      expect(world.brief('2026-07-24 10:00')).toEqual(brief);
      const second = world.brief('2026-07-24 10:00', released(1, '2026-07-24 10:00', brief));
      expect(second.sections.find(({ key }) => key === 'changes')?.sentences.map(({ text }) => text)).toEqual([
        '第1期简报以来没有新的变化。',
      ]);
    },
  );
});
