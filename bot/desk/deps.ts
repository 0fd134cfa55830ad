import type { Locale } from '../../domain/chat/catalogue/index.ts';
import type { Rank } from '../../domain/plan/types.ts';
import type { BindLink } from '../directory/bind-links.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import type { EntityStarter } from '../../temporal/entity-starter.ts';
import type { Advance, AmendPlan, Decide, Decided, Undo } from '../../workflows/messages.ts';

/** Who acts, as page, command line or chat have made sure of. */
export interface DeskActor {
  personId: string;
  name: string;
  /** page, cli, slack … */
  via: string;
  grants: { planId: string | null; role: string }[];
  memberships: { unitId: string; rank: Rank }[];
  /** In which what they are shown is worded; absent: Chinese. */
  locale?: Locale;
  /** Of the message that asks, where it may come again (a row of the inbox, a button): the act then counts once. */
  actId?: string;
}

/** Updates that a coordinator waits for. Throw RefusedError by the workflow's code, TEMPORAL_UNAVAILABLE where it can't be asked. */
export interface DeskUpdates {
  decide(entityId: string, act: Decide): Promise<Decided>;
  advance(planId: string, ask: Advance): Promise<Decided>;
  undo(planId: string, ask: Undo): Promise<Decided>;
  amend(planId: string, ask: AmendPlan): Promise<Decided>;
}

/** Moves a demo plan's clock; refuses what isn't a demo. */
export interface DemoSteps {
  step(planId: string, to: 'workday' | 'node'): Promise<{ summary: string }>;
  reset(): Promise<{ summary: string }>;
  remove(): Promise<{ summary: string }>;
}

export interface DeskDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  entities: EntityStarter;
  updates: DeskUpdates;
  demo: DemoSteps;
  /** Links that hand a binding code over, by the chats that are connected. */
  bindLinks?: (code: string) => Promise<BindLink[]>;
  log: (message: string, fields: Record<string, unknown>) => void;
}

/** What every act answers: one sentence for the person. */
export interface DeskResult {
  summary: string;
}
