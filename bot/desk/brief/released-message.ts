import { briefMessage } from '../../../domain/reports/brief-message.ts';
import { briefTitle, spanText } from '../../../domain/reports/brief-title.ts';
import type { NeutralMessage } from '../../../domain/chat/message.ts';
import type { Brief } from '../../../prisma/generated/client.ts';
import { bodyOf } from './brief-row.ts';

/** Message 8 of one brief. `zone` and `office`: the plan's. */
export const releasedMessage = (
  brief: Brief,
  { planTitle, office, zone }: { planTitle: string; office: string; zone: string },
): NeutralMessage =>
  briefMessage({
    id: brief.id,
    title: briefTitle(planTitle, brief.no),
    office,
    spanText: spanText(
      { no: brief.no, since: brief.since?.toISOString() ?? null, cutoff: brief.cutoff.toISOString() },
      zone,
    ),
    sections: bodyOf(brief).sections,
  });
