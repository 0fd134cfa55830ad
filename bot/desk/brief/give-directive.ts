import { randomUUID } from 'node:crypto';
import type { DeskActor, DeskDeps, DeskResult } from '../deps.ts';
import { eventActor, refuseRecorded } from '../refuse.ts';
import { bodyOf } from './brief-row.ts';
import { findBrief } from './find-brief.ts';
import { putDirective } from './put-directive.ts';

const WORDS_MAX = 2_000;

/** 〔作出批示〕 on the page: becomes a draft task for the coordinator. Throws RefusedError BRIEF_UNKNOWN, TEXT_EMPTY, INPUT_INVALID. */
export async function giveDirective(
  deps: DeskDeps,
  actor: DeskActor,
  { briefId, words, sentenceId }: { briefId: string; words: string; sentenceId?: string | undefined },
): Promise<DeskResult & { itemId: string }> {
  const { brief, policy, now } = await findBrief(deps, actor, briefId, 'direct');
  const { planId, no } = brief;
  if (words.trim() === '') return refuseRecorded(deps, actor, planId, 'direct', 'TEXT_EMPTY');
  if (words.length > WORDS_MAX)
    return refuseRecorded(deps, actor, planId, 'direct', 'INPUT_INVALID', {
      what: `批示不能超过${WORDS_MAX}字,请缩短后再提交。`,
    });
  const known = bodyOf(brief).sections.some(({ sentences }) => sentences.some(({ id }) => id === sentenceId));
  if (sentenceId !== undefined && !known)
    return refuseRecorded(deps, actor, planId, 'direct', 'INPUT_INVALID', {
      what: '简报中没有所指的这一句。请刷新后再试。',
    });
  const origin = randomUUID();
  await deps.prisma.$transaction((tx) =>
    putDirective(tx, {
      planId,
      briefId,
      briefNo: no,
      ...(sentenceId === undefined ? {} : { sentenceId }),
      words,
      person: eventActor(actor),
      via: actor.via,
      origin,
      planAt: new Date(now),
      policy,
    }),
  );
  const item = await deps.prisma.officeItem.findUniqueOrThrow({
    where: { planId_key: { planId, key: `directive/${origin}` } },
    select: { id: true },
  });
  return { itemId: item.id, summary: '批示已登记,由办公室拟办,不直接发给承办单位。' };
}
