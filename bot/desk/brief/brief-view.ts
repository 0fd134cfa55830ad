import { SECTION_HEADINGS, briefTitle, spanText } from '../../../domain/reports/brief-title.ts';
import { briefMarkdown } from '../../../domain/reports/markdown.ts';
import type { StoredSentence } from '../../../domain/reports/types.ts';
import type { BriefSentence, BriefView, OpenedSource } from '../../../web/api.ts';
import type { DeskActor, DeskDeps } from '../deps.ts';
import { briefRow, canOf, namesOf } from './brief-list.ts';
import { briefDeliveryId, briefRecipients } from './brief-recipients.ts';
import { bodyOf, briefHash } from './brief-row.ts';
import { findBrief, type FoundBrief } from './find-brief.ts';
import { openSources } from './open-sources.ts';
import { footnoteText } from './source-words.ts';

/** One brief whole, with every sentence's sources. Throws RefusedError BRIEF_UNKNOWN, NOT_PERMITTED. */
export async function briefView(
  deps: DeskDeps,
  actor: DeskActor,
  { briefId }: { briefId: string },
): Promise<BriefView> {
  const found = await findBrief(deps, actor, briefId, 'read-brief');
  const { brief, row, facts, policy } = found;
  const body = bodyOf(brief);
  const summary = briefRow(brief, row.title, await namesOf(deps.prisma, [brief]));
  const { draft, release, direct } = canOf(actor, brief.planId);
  const isDraft = brief.status === 'draft';
  const title = briefTitle(row.title, brief.no);
  const span = spanText(summary, policy.values.zone);
  const opened = await openSources(deps.prisma, found, body.sections);
  const sourcesOf = new Map(opened.map(({ id, sources }) => [id, sources]));
  return {
    ...summary,
    planTitle: row.title,
    office: facts.office.name,
    spanText: span,
    sections: body.sections.map(({ key, sentences }) => ({
      key,
      heading: SECTION_HEADINGS[key],
      sentences: sentences.map(shownSentence),
    })),
    hash: briefHash(brief, body),
    markdown: briefMarkdown({
      title,
      planTitle: row.title,
      office: facts.office.name,
      spanText: span,
      released: !isDraft,
      sections: body.sections,
      footnote: (id): string => footnoteText(sourcesOf.get(id) ?? ([] as OpenedSource[])),
    }),
    can: { edit: isDraft && draft, release: isDraft && release, direct: !isDraft && direct },
    recipients: await recipientsOf(deps, found),
  };
}

/** Before the release: who would get it; after it: who got it, and how far it has come. */
async function recipientsOf({ prisma }: DeskDeps, { brief, row }: FoundBrief): Promise<BriefView['recipients']> {
  if (brief.status === 'draft')
    return (await briefRecipients(prisma, row)).map(({ name, channel }) => ({ name, channel, status: null }));
  const deliveries = await prisma.delivery.findMany({
    where: { planId: row.id, id: { startsWith: briefDeliveryId(brief.id, '') } },
    orderBy: { personId: 'asc' },
    select: { personId: true, channel: true, status: true },
  });
  const people = await prisma.person.findMany({
    where: { id: { in: deliveries.map(({ personId }) => personId) } },
    select: { id: true, name: true },
  });
  return deliveries.map(({ personId, channel, status }) => ({
    name: people.find(({ id }) => id === personId)?.name ?? personId,
    channel,
    status,
  }));
}

const shownSentence = ({ id, text, said, taskId, sources, derivedText, dropped }: StoredSentence): BriefSentence => ({
  id,
  text,
  said,
  taskId,
  sources,
  derivedText,
  dropped,
});
