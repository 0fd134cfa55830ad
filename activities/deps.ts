import type { ChatPort } from '../domain/chat/port.ts';
import type { PrismaClient } from '../prisma/client.ts';
import type { EntityStarter } from '../temporal/entity-starter.ts';

/** Named places where a test may fail on purpose; a no-op in the product. */
export type Failpoint =
  | 'project.after-commit'
  | 'send.before-call'
  | 'send.after-call'
  | 'inbox.before-commit'
  | 'inbox.after-commit'
  | 'dispatch.after-update';
export type Failpoints = (at: Failpoint) => Promise<void>;

export interface ActivityDeps {
  prisma: PrismaClient;
  /** Starts and tells workflows. */
  entities: EntityStarter;
  ports: ReadonlyMap<string, ChatPort>;
  failpoints: Failpoints;
  /** Waits for a provider's rate; real time where absent. */
  pause?: (ms: number) => Promise<void>;
  log: (message: string, fields: Record<string, unknown>) => void;
}
