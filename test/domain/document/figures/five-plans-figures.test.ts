import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../domain/document/read-plan.ts';
import type { DraftPlan } from '../../../../domain/document/types.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const goldUrl = new URL('gold/plans.json', shared);

function readingOf(key: string): DraftPlan {
  const name = readdirSync(new URL('seeds/', shared)).find((file) => file.startsWith(`${key}_`)) ?? '';
  const text = readFileSync(new URL(`seeds/${name}`, shared), 'utf8');
  const reading = readPlan({ format: 'txt', text, blocks: [] });
  if (reading.kind !== 'plan') throw new Error(reading.reason);
  return reading.plan;
}

/** Quotation marks, spaces and half-width commas are no difference: the facts were typed off by a person. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s"“”‘’()]/g, '');

describe.skipIf(!existsSync(goldUrl))(
  'figures of the five published plans (skipped where ../shared is not at hand)',
  () => {
    const gold: Record<string, DraftPlan> = existsSync(goldUrl) ? JSON.parse(readFileSync(goldUrl, 'utf8')) : {};

    it.each(Object.keys(gold))('%s: every target is read in full and no other', (key) => {
      const told = (plan: DraftPlan | undefined) =>
        plan?.targets.map((target) => ({ ...target, name: plain(target.name), baseline: null }));
      expect(told(readingOf(key))).toEqual(expect.arrayContaining(told(gold[key]) ?? []));
      expect(readingOf(key).targets).toHaveLength(gold[key]?.targets.length ?? 0);
    });

    it.each(Object.keys(gold))('%s: duties of the phases are read verbatim', (key) => {
      expect(
        readingOf(key)
          .phases.filter(({ proposed }) => !proposed)
          .map(({ duties }) => duties),
      ).toEqual(gold[key]?.phases.map(({ duties }) => duties));
    });

    it.each(Object.keys(gold))('%s: bodies, recurring duties and safeguards are read', (key) => {
      const told = ({ bodies, recurring, safeguards }: DraftPlan): string[] => [
        ...bodies.map(({ kind, name }) => `${kind} ${plain(name)}`),
        ...recurring.map(({ what, every }) => `${every} ${plain(what)}`),
        ...safeguards.map(({ title }) => plain(title)),
      ];
      const expected = gold[key];
      if (expected === undefined) throw new Error(`no facts of ${key}`);
      expect(told(readingOf(key)).toSorted()).toEqual(told(expected).toSorted());
    });
  },
);
