import type { Calendar } from '../../domain/calendar/types.ts';
import type { NeutralMessage } from '../../domain/chat/message.ts';
import type { TalkContext } from '../../domain/chat/proposal-card.ts';
import type { Policy } from '../../domain/plan/policy.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { Db, PrismaClient } from '../../prisma/client.ts';
import type { PlanClock } from '../../prisma/clock.ts';
import type { Inbox as InboxRow } from '../../prisma/generated/client.ts';
import type { Channels } from '../channels.ts';
import type { DeskDeps } from '../desk/deps.ts';
import type { PersonPart } from '../directory/person-parts.ts';
import type { PressedButton } from '../forms/usable-button.ts';
import type { EntityUpdates } from '../entity-updates.ts';
import type { BotFailpoints } from '../failpoints.ts';
import type { PartRef } from '../parts-of-act.ts';
import type { DoneRow } from '../row-done.ts';

export type { InboxRow };

export interface DispatchDeps {
  prisma: PrismaClient;
  clock: PlanClock;
  updates: EntityUpdates;
  /** Acts of the office that are asked for in chat. */
  desk: DeskDeps;
  channels: Channels;
  failpoints: BotFailpoints;
  log: (message: string, fields: Record<string, unknown>) => void;
  /** Told of each row that was applied; a courtesy to whoever shows lists. */
  rowDone?: (row: DoneRow) => void;
  /** Prompts were let go: the sender may have something. */
  kickSender: (clockId: string, offsetMs: number) => Promise<void>;
  /** Address of the page, for links; absent: none is sent. */
  pageUrl?: string;
  /** Files may have come, or it may be known now whose they are; absent: nobody looks after them here. */
  kickEvidence?: () => void;
}

/** Everything that is the same for one row while it is decided. */
export interface RowContext {
  deps: DispatchDeps;
  row: InboxRow;
  person: { id: string; name: string };
  /** The button that the row names; null: none, or nobody's. */
  pressed: PressedButton | null;
  /** The plan in which this person is spoken to where no part says it; '' where they have none. */
  planId: string;
  /** False: they answer for nobody but themselves, which need not be looked up again. */
  speaksForOthers: boolean;
  talk(planId?: string): Promise<PlanTalk>;
  /** The newest calendar, as it stood when it was first asked for. */
  calendar(): Promise<Calendar>;
  /** Everything that the person answers for, as it stood when it was first asked for. */
  parts(): Promise<PersonPart[]>;
}

/** How one plan's office speaks, at the plan's present instant. */
export interface PlanTalk extends TalkContext {
  planId: string;
  clockId: string;
  offsetMs: number;
  policy: Policy;
}

/** What one row comes to. Effects run in the transaction that marks the row done. */
export interface Decision {
  outcome: 'recorded' | 'proposal' | 'kept' | 'refused' | 'answered';
  planId: string;
  messages: { message: NeutralMessage; deliveryId?: string }[];
  effects: ((tx: Db) => Promise<void>)[];
  /** Buttons that count no more. */
  used: string[];
  /** Cards that no longer take answers, with what they show; `instead` of what a closed one shows, where that holds no more. */
  closes: { deliveryId: string; closedWith: string; instead?: string }[];
  /** Parts about which something was recorded: cards all of whose lines are answered now are closed. */
  recorded: { part: PartRef; summary: string }[];
  code?: RefusalCode;
  /** To whom it is said, where the row has bound its address to somebody else than it came from. */
  person?: { id: string; name: string };
}

export const decision = (outcome: Decision['outcome'], planId: string, rest: Partial<Decision> = {}): Decision => ({
  outcome,
  planId,
  messages: [],
  effects: [],
  used: [],
  closes: [],
  recorded: [],
  ...rest,
});
