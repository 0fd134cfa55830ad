import type { DeskDeps } from '../../bot/desk/deps.ts';
import type { EvidenceStore } from '../../bot/evidence/store/evidence-store.ts';
import type { Inbox } from '../../bot/inbox.ts';
import type { ChatListener } from '../../bot/listener.ts';
import type { Health } from '../../bot/health-of.ts';

/** Everything the HTTP server needs; the composition root makes it, tests pass what they want. */
export interface WebDeps {
  desk: DeskDeps;
  inbox: Inbox;
  /** Files of evidence. */
  store: EvidenceStore;
  /** Chat providers that are heard; those that call us are mounted. */
  listeners: readonly ChatListener[];
  health: () => Promise<Health>;
  /** Where Temporal's own page is, where there is one on this machine. */
  temporalUi: string | null;
  /** Folder of the built page. */
  pageFolder: string;
  realNow: () => Date;
}
