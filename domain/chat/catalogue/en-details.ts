import { ACTS, type OfficeRole } from '../../rights.ts';
import { NOTICE_KINDS, NOTICE_NAMES, type NoticeKind } from '../../reports/notice-types.ts';
import { englishDates } from './en-dates.ts';

/** What may be done (domain/rights.ts), for a refusal. */
const EN_ACTS: Record<keyof typeof ACTS, string> = {
  'list-plans': 'see the list of plans',
  'read-board': 'see the board',
  'read-story': 'see the task',
  'read-people': 'see the contacts',
  'read-unit-people': 'see the contacts of the own unit',
  'read-events': 'see the records',
  'read-evidence': 'see the evidence',
  'read-inbox': 'see the inbox',
  answer: 'report',
  'answer-for-demo': 'report for a person of the demo',
  'read-document': 'read a plan from a document',
  'review-reading': 'check a plan that was read',
  import: 'import a plan',
  redate: 'set the dates',
  start: 'start the plan',
  amend: 'amend the plan',
  assign: 'assign units',
  reassign: 'move a duty to another unit',
  'decide-dispute': 'decide on an objection',
  'opt-in': 'choose an optional task',
  'break-down': 'break a task down',
  'add-contact': 'add a contact',
  appoint: 'register people of the office and leaders',
  bind: 'hand out a binding code',
  unbind: 'unbind or remove a contact',
  'hand-over': 'hand over the contact of a unit',
  'register-leave': 'register the leave of another person',
  'merge-units': 'merge units',
  nudge: 'send a reminder',
  resend: 'send a message again',
  escalate: 'decide on an escalation',
  notice: 'handle notices and circulars',
  accept: 'accept a completion',
  return: 'return for completion',
  cancel: 'cancel a task',
  pause: 'put a task off or resume it',
  'decide-extension': 'decide on more time',
  'scan-signed': 'register a stamped scan',
  'file-evidence': 'file evidence with a task',
  'sign-off': 'sign',
  'dry-run': 'see the dry run of a phase',
  advance: 'advance the phase',
  undo: 'take back a change of phase',
  decide: 'settle what waits for the office',
  'roll-up': 'record a roll-up',
  'link-tasks': 'link tasks',
  'read-brief': 'see a brief',
  'draft-brief': 'draft a brief',
  'release-brief': 'release a brief',
  direct: 'give an instruction',
  'demo-step': "move the demo's clock",
  'demo-manage': 'reset or remove the demo',
  'demo-as': 'take the view of a person of the demo',
  'load-calendar': 'load the holidays',
  link: 'hand out a login link',
  verify: 'verify the records',
  repair: 'repair workflows',
  doctor: 'see how the installation runs',
};

export const EN_NOTICE_NAMES: Record<NoticeKind, string> = {
  blue: 'blue notice',
  yellow: 'yellow notice',
  red: 'red notice',
  circular: 'circular',
};

const EN_ROLES: Record<OfficeRole, string> = {
  coordinator: 'a coordinator of the office',
  leader: 'a leader',
  reader: 'a reader',
};

export const englishRole = (role: string): string => EN_ROLES[role as OfficeRole] ?? role;

/** Words of ours that stand in the details of refusals. */
const WORDS: Record<string, string> = {
  办结: 'completed',
  取消: 'cancelled',
  已结束: 'ended',
  未启动: 'not started',
  运行中: 'running',
  归档: 'filed',
  尚未选择日期排定方式: 'no way of dating was chosen yet',
  核发: 'released',
  决定不予印发: 'set aside',
  批复: 'be decided',
  验收: 'be accepted',
  逾期: 'overdue',
  滞后: 'behind',
  临期: 'due soon',
  正常: 'on track',
  签收: 'receipt',
  进展报送: 'progress report',
  请求不是从本页面发出: 'the request did not come from this page',
  该文件: 'the file',
  ...Object.fromEntries(NOTICE_KINDS.map((kind) => [NOTICE_NAMES[kind], EN_NOTICE_NAMES[kind]])),
  ...Object.fromEntries(Object.entries(ACTS).map(([act, zh]) => [zh, EN_ACTS[act as keyof typeof ACTS]])),
};

/** A refusal's detail in English where it is a word of ours or a date; a name or what somebody wrote stays. */
export const englishDetail = (detail: string | number): string | number =>
  typeof detail === 'number' ? detail : (WORDS[detail] ?? englishDates(detail));
