import { assignedBecame, claimBecame, disputeBecame, issueBecame, phaseBecame } from './became-decided.ts';
import { dueBecame, lateBecame } from './became-due.ts';
import { sourcesOf, type Became } from './became.ts';
import { sentence, type Facts } from './facts.ts';
import type { BriefEvent, StoredSentence } from './types.ts';
import { quoted } from './wording.ts';

const FOLLOWED = ['late', 'decide', 'next'] as const;

/** 上期事项办理情况: every sentence of the last brief's 逾期滞后, 请研究 and 下步, and every 批示, beside what became of it. */
export function previousSection(facts: Facts): StoredSentence[] {
  const { previous } = facts;
  if (!previous) return [];
  const asked = FOLLOWED.flatMap(
    (key) => previous.body.sections.find((section) => section.key === key)?.sentences ?? [],
  );
  return [
    ...asked
      .filter(({ id, dropped }) => !dropped && id !== 'next/none')
      .map((before) => {
        const became = whatBecame(facts, before);
        return sentence(
          `previous/${before.id}`,
          became.text,
          [{ briefNo: previous.no, sentenceId: before.id }, ...became.sources],
          facts.drafting,
          { said: before.text, taskId: before.taskId, about: before.about },
        );
      }),
    ...directives(facts),
  ];
}

function whatBecame(facts: Facts, { id, about }: StoredSentence): Became {
  if (id.startsWith('late/')) return lateBecame(facts, about);
  if (id.startsWith('next/phase/')) return phaseBecame(facts, id.slice('next/phase/'.length));
  if (id.startsWith('next/')) return dueBecame(facts, about);
  if (id.startsWith('decide/issue/')) return issueBecame(facts, about[0]);
  if (id.startsWith('decide/dispute/')) return disputeBecame(facts, about[0]);
  if (id.startsWith('decide/claim/')) return claimBecame(facts, about[0]);
  if (id.startsWith('decide/unassigned/')) return assignedBecame(facts, about[0]);
  if (id.startsWith('decide/gaps/')) return phaseBecame(facts, id.split('/')[2] ?? '');
  return { text: '系统中没有办理记录,待办公室补充。', sources: [] };
}

/** 批示 on the last brief, and those that came since then on an older one. */
function directives(facts: Facts): StoredSentence[] {
  const { previous } = facts;
  if (!previous) return [];
  const newest = (kind: string, key: string): BriefEvent | undefined =>
    facts.events.findLast((event) => event.kind === kind && event.body['key'] === key);
  return facts.directives
    .map((one) => ({ ...one, given: newest('directiveGiven', one.key) }))
    .filter(
      ({ briefNo, given }) =>
        briefNo === previous.no || (given !== undefined && facts.newOf(given.entityId).includes(given)),
    )
    .map(({ key, person, words, open, given }) => {
      const settled = newest('itemSettled', key);
      return sentence(
        `previous/${key}`,
        open ? '办公室正在办理。' : `办公室${settled ? `${facts.day(settled.at)}` : ''}已办理。`,
        sourcesOf(given, open ? undefined : settled),
        facts.drafting,
        { said: `${person}批示:${quoted(words, 100)}` },
      );
    });
}
