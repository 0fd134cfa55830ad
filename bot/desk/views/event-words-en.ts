import { englishCycle, englishDay, englishDuty } from '../../../domain/chat/english-text.ts';
import { EN_NOTICE_NAMES, englishRole } from '../../../domain/chat/catalogue/en-details.ts';
import { sayRefusal } from '../../../domain/chat/say-refusal.ts';
import { sizeText } from '../../../domain/evidence/size-text.ts';
import { type RefusalCode, REFUSALS } from '../../../domain/refusals.ts';
import type { NoticeKind } from '../../../domain/reports/notice-types.ts';
import type { SaidFigure } from '../../../domain/supervision/figures.ts';
import { enRequestSentences, enSubItemSentences } from './request-sentences-en.ts';

type Body = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
const names = (list: unknown): string => (Array.isArray(list) ? list.map(text).join(', ') : '');
const day = (value: unknown): string => (text(value) === '' ? '' : englishDay(text(value), '0000'));
const late = ({ late: was }: Body): string => (was === true ? ' (after it was overdue)' : '');
const because = (reason: unknown): string =>
  text(reason) === '' ? '' : ` Reason: ${text(reason).replace(/[。.]$/, '')}.`;
const duty = (body: Body): string => englishDuty(text(body['duty']), text(body['cycle']));
const notice = (kind: unknown): string => EN_NOTICE_NAMES[text(kind) as NoticeKind] ?? 'notice';
const account = (name: unknown): string => (text(name) === '' ? '' : ` (account "${text(name)}")`);
const no = (value: unknown): number => Number(value) || 1;

const PHASES: Record<string, string> = {
  deployment: 'deployment',
  implementation: 'implementation',
  inspection: 'inspection',
  closed: 'the end',
};
const phase = (value: unknown): string => PHASES[text(value)] ?? '';

const progress = (before: unknown, after: unknown): string =>
  typeof after !== 'number' || after === before
    ? ''
    : `, progress ${typeof before === 'number' ? before : 0}%→${after}%`;

/** Names and units as they were said. */
const stated = (figures: unknown): string =>
  (Array.isArray(figures) ? (figures as SaidFigure[]) : [])
    .map(({ name, value, unit }) => `, ${name} ${value}${unit}`)
    .join('');

function reported({ before, after, expectedOn, blocker, figures, ...body }: Body): string {
  const figure = typeof after === 'number' && after === before ? `, progress ${after}%` : progress(before, after);
  const until = day(expectedOn) === '' ? '' : `, expected by ${day(expectedOn)}`;
  const issue = text(blocker) === '' ? '' : `, problem: ${text(blocker)}`;
  return `Reported${figure}${stated(figures)}${until}${issue}${late(body)}.`;
}

const TAKEN_BACK: Record<string, string> = {
  receipt: 'the receipt',
  'claim-completion': 'the claim of completion',
  correction: 'the correction',
};

function withdrawn({ reading, before, after, reopened }: Body): string {
  const restored = typeof after === 'number' ? `${after}%` : 'none';
  const figure =
    typeof before === 'number' && before !== after ? `, progress goes from ${before}% back to ${restored}` : '';
  const again = count(reopened) > 0 ? ', what was asked is open again' : '';
  return `Its author took back ${TAKEN_BACK[text(reading)] ?? 'the report'}${figure}${again}.`;
}

function amended({ dueOn, title, no: number, partsIn, partsOut, roles, window, optional, keyTask }: Body): string {
  const changes = [
    text(title) === '' ? '' : `called "${text(title)}" now`,
    number === undefined ? '' : `number ${text(number) || 'none'}`,
    text(dueOn) === '' ? '' : `due ${day(dueOn)}`,
    window === undefined ? '' : 'the dates of the phase moved',
    count(partsIn) > 0 ? `units added: ${count(partsIn)}` : '',
    count(partsOut) > 0 ? `units relieved: ${count(partsOut)}` : '',
    count(roles) > 0 ? `units with another role: ${count(roles)}` : '',
    optional === undefined ? '' : optional === true ? 'optional now' : 'obligatory now',
    keyTask === undefined ? '' : keyTask === true ? 'reported monthly now' : 'reported quarterly now',
  ].filter((change) => change !== '');
  return `The plan was amended: ${changes.length > 0 ? changes.join(', ') : 'adjusted'}.`;
}

function due(rungs: Body[]): string {
  const of = (is: (rung: Body) => boolean, what: string): string => {
    const many = rungs.filter(is).length;
    return many === 0 ? '' : `; ${what}: ${many}`;
  };
  const held = of(({ status }) => status === 'held', 'escalations that wait for the office');
  const noRank = of(
    ({ reason, status }) => status === 'skipped' && reason === 'no-rank',
    'skipped, as nobody in charge is registered',
  );
  const circular = of(({ status, rung }) => status === 'office' && rung === 'o10', 'made a draft circular');
  return `Reminders that came due: ${rungs.length}${held}${noRank}${circular}.`;
}

const isCode = (code: unknown): code is RefusalCode => typeof code === 'string' && code in REFUSALS;

const refused = ({ code, details }: Body): string =>
  isCode(code) ? sayRefusal({ code, details: (details ?? {}) as Record<string, string | number> }, 'en') : text(code);

const despiteOpen = ({ openSubItems, reason }: Body): string =>
  count(openSubItems) === 0
    ? ''
    : ` Sub-items that are still open and go on: ${names(openSubItems)}.${because(reason)}`;

const SENTENCES: Record<string, (body: Body) => string> = {
  receiptGiven: (body) => `Signed for the task${late(body)}.`,
  receiptRepeated: () => 'Signed once more; it was on record.',
  reportFiled: reported,
  reportCorrected: ({ version, before, after, originalByName, figures }) =>
    `Corrected the report (version ${Number(version) || 2})${progress(before, after)}${stated(figures)}${text(originalByName) === '' ? '' : `, first reported by ${text(originalByName)}`}; the former one is kept.`,
  replyWithdrawn: withdrawn,
  noChangeReported: (body) => `Reported no change${late(body)}.${because(body['reason'])}`,
  completionClaimed: (body) =>
    `Claimed completion${late(body)}, waits for ${body['signOff'] === 'waiting' ? 'the sign-off of the unit' : 'the office'}${body['supersedes'] === undefined ? '' : '; the request for more time before it is dropped'}.`,
  ...enRequestSentences,
  evidenceFiled: ({ name, size, sha256 }) =>
    `Filed the evidence "${text(name)}" (${sizeText(Number(size) || 0)}, hash ${text(sha256).slice(0, 8)}).`,
  claimRepeated: () => 'Claimed completion once more; it was on record.',
  rollUpConfirmed: ({ cycle, from, missing, n, ...body }) =>
    `${Number(n) > 1 ? 'Updated' : 'Confirmed'} the roll-up for ${englishCycle(text(cycle))} from ${count(from)} units${count(missing) > 0 ? `, ${count(missing)} missing` : ''}${late(body)}.`,
  taskLinked: ({ other }) => `Linked with ${text(other)}: one reminder a period, and a report counts for both.`,
  taskUnlinked: () => 'The link with a task of another plan was removed.',
  rollUpOlder: ({ cycle }) =>
    `Kept an older roll-up for ${englishCycle(text(cycle))}; a later one stands, nothing was changed.`,
  coordinationAsked: () => 'Asked for help.',
  dutyDisputed: () => 'Objected to the duty; it waits for the office.',
  disputeDecided: ({ uphold, reason }) =>
    `The office decided: ${uphold === true ? 'the objection holds' : 'the duty stays with the unit'}.${because(reason)}`,
  partReassigned: ({ from, to, reason }) =>
    `The office moved the duty from ${text(from)} to ${text(to)}, which signs anew.${because(reason)}`,
  partMerged: ({ from, to, reason }) =>
    `The part of ${text(from)} joined that of ${text(to)}; words and progress are kept.${because(reason)}`,
  wordsKept: () => 'The words were kept; the progress is unchanged.',
  replyOlder: () => 'Kept an older answer; a later one stands, nothing was changed.',
  unitsAssigned: () => 'The office assigned units.',
  ...enSubItemSentences,
  optedIn: () => 'The optional task was chosen.',
  amendmentProposed: ({ no: n }) => `A new version was submitted as amendment ${no(n)}.`,
  amendmentMatched: ({ no: n }) => `The tasks of amendment ${no(n)} were matched.`,
  changeAccepted: ({ sentence }) => `Change accepted: ${text(sentence)}`,
  changeDeclined: ({ sentence }) => `Change declined: ${text(sentence)}`,
  changeTakenBack: ({ sentence, ...body }) => `Change taken back: ${text(sentence)} ${refused(body)}`.trim(),
  planAmended: () => 'The plan was changed as amended.',
  taskAmended: amended,
  taskAdded: () => 'The plan was amended: this task is new.',
  replyToFormerPart: () => 'Kept an answer; the unit no longer has this task, nothing was changed.',
  replyAfterWithdrawal: () => 'Kept an answer; the task had been cancelled, nothing was changed.',
  taskCancelled: ({ reason, amendmentId }) =>
    `The task was cancelled${amendmentId === undefined ? '' : ' by an amendment'}.${because(reason)}`,
  taskAccepted: (body) => `The office accepted the task as complete.${despiteOpen(body)}`,
  completionAccepted: ({ closes, ...body }) =>
    closes === true
      ? `The office accepted the task as complete.${despiteOpen(body)}`
      : 'The office accepted the part of the unit.',
  completionReturned: ({ reason, n }) =>
    `The office returned it for completion${typeof n === 'number' && n > 1 ? ` (time ${n})` : ''}.${because(reason)}`,
  nudged: ({ n, ...body }) => `The office sent reminder ${no(n)} about the ${duty(body)}.`,
  phaseChanged: ({ to }) => `Went into ${phase(to)}.`,
  phaseClosed: () => 'The phase ended.',
  periodsAbsorbed: ({ parts }) =>
    `The overdue reports of earlier periods became one each, for units: ${count(parts)}; earlier reminders stay on record.`,
  scheduled: ({ slots }) => (Number(slots) > 0 ? `Reminders scheduled: ${Number(slots)}.` : 'No reminder to schedule.'),
  rungsDue: ({ rungs }) => due(Array.isArray(rungs) ? (rungs as Body[]) : []),
  noticeDrafted: ({ notice: kind }) => `The office drafted a ${notice(kind)}.`,
  noticeReleased: ({ notice: kind }) => `The office released a ${notice(kind)}.`,
  noticeDropped: ({ notice: kind, reason }) => `The office set a ${notice(kind)} aside.${because(reason)}`,
  escalationReleased: (body) => `The office had the person in charge told of the overdue ${duty(body)}.`,
  escalationDropped: ({ reason, ...body }) =>
    `The office decided not to tell the person in charge of the overdue ${duty(body)}.${because(reason)}`,
  entitiesTold: ({ phase: told }) =>
    text(told) === '' ? 'The plan ended; every task was told.' : `Every task was told of ${phase(told)}.`,
  rungsSkipped: ({ count: many }) => `Reminders whose time had passed, not sent: ${Number(many) || 0}.`,
  planStarted: ({ phase: first }) => `The plan started with ${phase(first)}.`,
  phaseAdvancing: ({ to, override }) =>
    `Advancing to ${phase(to)}; nothing is sent while it can be taken back.${because(override)}`,
  phaseAdvanceUndone: () => 'The change of phase was taken back; no unit was told.',
  phaseAdvanced: ({ to }) => `Went into ${phase(to)}.`,
  planClosed: () => 'The plan ended.',
  documentRead: ({ title, tasks }) => `Read "${text(title)}", tasks: ${Number(tasks) || 0}; to be checked.`,
  readingEdited: ({ changes }) => `Edited the reading, changes: ${count(changes)}.`,
  readingAnswered: ({ answers, withdrawn: back }) =>
    `Questions answered: ${count(answers)}${count(back) > 0 ? `, answers taken back: ${count(back)}` : ''}.`,
  readingImported: ({ title }) => `The reading of "${text(title)}" became a plan.`,
  readingAmends: ({ title }) => `The reading of "${text(title)}" was submitted as a new version.`,
  readingDiscarded: ({ title }) => `The reading of "${text(title)}" was discarded.`,
  readingReopened: ({ title }) => `The reading of "${text(title)}" was opened again.`,
  planImported: () => 'The plan was imported.',
  planRedated: () => 'The dates of the plan were set.',
  planStartAsked: () => 'The start of the plan was asked for.',
  leaveRegistered: ({ person, standIn, lastDay }) =>
    `Leave: ${text(person)} is away until ${day(lastDay)}, ${text(standIn)} stands in.`,
  leaveEnded: ({ person }) => `${text(person)} is back; messages go there again.`,
  standInChanged: ({ person, from, to, lastDay }) =>
    `${text(from)} no longer stands in for ${text(person)} (away until ${day(lastDay)}); ${text(to) === '' ? 'nobody does, messages go to the person again' : `${text(to)} does`}.`,
  contactHandedOver: ({ unit, from, to }) => `The contact of ${text(unit)} went from ${text(from)} to ${text(to)}.`,
  contactRemoved: ({ person }) => `The contact ${text(person)} was removed.`,
  contactUnbound: ({ person, accounts }) => `Accounts of ${text(person)} unbound: ${Number(accounts) || 0}.`,
  unitsMerged: ({ from, to, reason }) =>
    `${text(from)} became part of ${text(to)}, with its open items.${because(reason)}`,
  roleGranted: ({ person, role }) => `${text(person)} became ${englishRole(text(role))}.`,
  roleEnded: ({ person, roles }) =>
    `${text(person)} is no longer ${(Array.isArray(roles) ? roles : []).map((role) => englishRole(text(role))).join(', ')}.`,
  contactAdded: () => 'A contact was added.',
  contactBound: ({ person, accountName }) => `${text(person) || 'A contact'} was bound${account(accountName)}.`,
  bindingDenied: ({ person, accountName }) =>
    `The binding code for ${text(person)} was used by somebody else${account(accountName)}; nothing was bound.`,
  codeIssued: () => 'A one-time code was handed out.',
  messageResent: ({ person, by }) =>
    `A message to ${text(person)} that was not delivered was sent again${by === 'other' ? ' on another channel' : ''}.`,
  itemSettled: () => 'An item of the office was settled.',
  cardClosed: () => 'A card that was sent is closed.',
  briefDrafted: ({ no: n }) => `Brief no. ${no(n)} was drafted.`,
  briefEdited: ({ no: n }) => `Brief no. ${no(n)} was edited.`,
  briefReleased: ({ no: n }) => `Brief no. ${no(n)} was released.`,
  directiveGiven: ({ briefNo }) =>
    `An instruction on brief no. ${no(briefNo)} was given; the office drafts what follows.`,
  calendarLoaded: ({ year }) => `The holidays of ${Number(year) || 'a year'} were loaded.`,
  refused: (body) => `Not recorded: ${refused(body)}`,
};

/** Kinds that have an English sentence: the same as the Chinese ones (tested). */
export const EN_EVENT_KINDS = Object.keys(SENTENCES);

/** An event in one English sentence; names and what somebody wrote stay as they are on record. */
export const englishEvent = (kind: string, body: Body): string => SENTENCES[kind]?.(body) ?? kind;
