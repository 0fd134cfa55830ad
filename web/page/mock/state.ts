import type {
  BoardRow,
  Decision,
  InboxEntry,
  InboxView,
  Me,
  PlanRow,
  StoryEntry,
  TaskStory,
  Today,
} from '../../api.ts';
import { freshAmendment } from './fixture-versions.ts';
import type { MockAmendment } from './fixture-versions.ts';
import { freshBoard, freshDecisions, NOW, people, units } from './fixture.ts';
import { freshBriefs } from './fixture-briefs.ts';
import type { MockBrief } from './fixture-briefs.ts';
import { freshPlans } from './fixture-plans.ts';
import { freshInbox } from './fixture-inbox.ts';
import { phases } from './fixture-task.ts';
import { freshReading } from './readings.ts';
import type { MockReading } from './readings.ts';

export interface MockState {
  signedIn: boolean;
  actingAs: Me['actingAs'];
  locale: Me['locale'];
  now: number;
  board: BoardRow[];
  decisions: Decision[];
  plans: PlanRow[];
  inboxes: Map<string, InboxView>;
  story: StoryEntry[];
  people: typeof people;
  briefs: MockBrief[];
  reading: MockReading;
  amendment: MockAmendment;
  advancing: Today['advancing'];
  nudged: boolean;
  /** Undelivered messages that were sent again. */
  resent: Set<string>;
  /** Of the one task that may be put off here. */
  paused: TaskStory['paused'];
  serial: number;
  /** Client ids seen: a repeated act counts once. */
  seen: Set<string>;
}

export function freshState(): MockState {
  return {
    signedIn: true,
    actingAs: null,
    locale: 'zh',
    now: Date.parse(NOW),
    board: freshBoard(),
    decisions: freshDecisions(),
    plans: freshPlans(),
    inboxes: new Map(),
    story: [],
    people: structuredClone(people),
    briefs: freshBriefs(),
    reading: freshReading(),
    amendment: freshAmendment(),
    advancing: null,
    paused: null,
    nudged: false,
    resent: new Set(),
    serial: 1,
    seen: new Set(),
  };
}

export function nextId(state: MockState): string {
  state.serial += 1;
  return `x${state.serial}`;
}

export function at(state: MockState): string {
  return new Date(state.now).toISOString();
}

export function inboxOf(state: MockState, personId: string): InboxView | null {
  const known = state.inboxes.get(personId) ?? freshInbox(personId);
  if (known !== null) state.inboxes.set(personId, known);
  return known;
}

/** Queries share structure with what they returned before, so a changed entry must be a new one. */
export function append(inbox: InboxView, entry: InboxEntry): void {
  inbox.entries = [...inbox.entries, entry];
}

export function todayOf(state: MockState): Today {
  const [plan] = state.plans;
  if (plan === undefined) throw new Error('the fixture begins with the demo plan');
  const count = (label: string) => state.board.filter((row) => row.label === label).length;
  return {
    plan,
    office: '示例市试点办',
    now: at(state),
    localNow: '11月23日 10:12',
    day: { text: '11月23日 星期一 · 工作日', kind: 'workday', provisional: false, windows: '09:00–11:30 14:30–17:00' },
    demo: { caughtUpTo: '2026-11-23', catchingUp: false, canStep: true },
    timersWaiting: 47,
    temporalUi: 'http://127.0.0.1:8233',
    counts: {
      overdue: count('逾期'),
      behind: count('滞后'),
      dueSoon: count('临期'),
      decisions: state.decisions.length,
    },
    phases,
    advancing: state.advancing,
    units,
    board: state.board,
    decisions: state.decisions,
  };
}
