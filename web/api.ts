/** Shapes of the HTTP API's answers, shared by server and page. All under /api, JSON, session cookie. */
export type { Me, SignedIn } from './api/session.ts';
export type { AmendmentChangeRow, AmendmentList, AmendmentProposed, AmendmentRow } from './api/amendments.ts';
export type { PlanRow, RedatePreview, DryRun, People } from './api/plans.ts';
export type { Light, Cell, BoardRow, Decision, Today, PhaseStripItem } from './api/board.ts';
export type { BreakdownRow, BreakdownView } from './api/breakdown.ts';
export type {
  TaskStory,
  RollUpView,
  SharedTaskView,
  SubItemRow,
  AlikeTask,
  StoryEntry,
  ChainedEvent,
} from './api/story.ts';
export type { EvidenceView, UnclaimedFile, UploadAnswer } from './api/evidence.ts';
export type { InboxView, InboxEntry } from './api/inbox.ts';
export type { FormView } from '../domain/chat/form.ts';
export type {
  BriefActed,
  BriefChange,
  BriefCounts,
  BriefList,
  BriefRow,
  BriefSection,
  BriefSectionKey,
  BriefSentence,
  BriefSource,
  BriefSources,
  BriefView,
  OpenedSource,
} from './api/briefs.ts';
export type {
  ReadingChange,
  ReadingEdit,
  ReadingList,
  ReadingQuestion,
  ReadingRow,
  ReadingView,
} from './api/readings.ts';
export type { Burden, BurdenPerson, SparedWeek } from './api/burden.ts';
export type { NoticeRow } from './api/notices.ts';
export type { UnsignedUnit } from './api/unsigned.ts';
export type { Undelivered, UndeliveredRow } from './api/undelivered.ts';
export type { Acted, ApiError } from './api/acts.ts';
