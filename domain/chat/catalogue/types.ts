import type { Instant, LocalDate } from '../../plan/types.ts';
import type { AskedBack } from '../reply-questions.ts';
import type { ReplyField, Span } from '../understand/types.ts';
import type { Reading } from '../../supervision/reading.ts';
import type { Section, SectionKind } from '../sections.ts';
import type { CommandWords } from './zh-commands.ts';
import type { EvidenceWords } from './zh-evidence.ts';
import type { DeskWords } from './zh-desk.ts';
import type { OfficeWords } from './zh-office.ts';
import type { OwnWords } from './zh-own.ts';
import type { FormWords } from './zh-forms.ts';
import type { LanguageWords } from './zh-language.ts';
import type { BindingWords } from './zh-binding.ts';
import type { PeopleWords } from './zh-people.ts';
import type { RequestWords } from './zh-requests.ts';

/** What wording depends on beside the lines themselves. */
export interface Wording {
  zone: string;
  today: LocalDate;
  /** One unit in the message: 你单位 is clear without its name. */
  oneUnit: boolean;
  /** One plan in the message: 《工作方案》 is clear without its place. */
  onePlan: boolean;
  /** Lines to list before 另有N项. */
  listMax: number;
}

export type ButtonKey =
  | 'receipt'
  | 'receiptAll'
  | 'receiptEach'
  | 'received'
  | 'dispute'
  | 'talk'
  | 'changeContact'
  | 'fillAll'
  | 'fillNow'
  | 'fillFigure'
  | 'noChange'
  | 'sameAsLast'
  | 'claim'
  | 'coordination'
  | 'extension'
  | 'dropExtension'
  | 'explain'
  | 'confirm'
  | 'edit'
  | 'keepWords'
  | 'fileWithoutFigure'
  | 'withdraw'
  | 'rollUp';

export type HeadingKey =
  | SectionKind
  | 'ask'
  | 'askReport'
  | 'check'
  | 'checkAgain'
  | 'followUp'
  | 'which'
  | 'done'
  | 'refused'
  | 'note'
  | 'rollUp';

export interface CardItem {
  no: string | null;
  title: string;
  progressBefore: number | null;
  reading: Reading;
  /** It corrects what was recorded before. */
  correction?: boolean;
  /** What the task is measured by; absent: nothing. */
  targets?: { name: string; unit: string; value: number }[];
  /** Where in the words each field was read. */
  from?: Partial<Record<ReplyField, Span>>;
  /** Fields whose words hedge. */
  doubtful?: ReplyField[];
  unsure?: true;
  /** What the card asks beside. */
  asks?: AskedBack;
  help?: true;
}

export interface CardView {
  items: CardItem[];
  words: string;
  /** When the words came, on the plan's clock. */
  receivedAt: Instant;
  /** Files that came with the words; absent: none. */
  files?: number;
}

export interface FollowUpView {
  words: string;
  no: string | null;
  title: string;
  asks: AskedBack;
}

/** Everything that is said to people in chat, by key. Another language gives the same keys. */
export interface Catalogue {
  headings: Record<HeadingKey, string>;
  buttons: Record<ButtonKey, string>;
  section(section: Section, wording: Wording): string[];
  provisional: string;
  resent: string;
  /** After the heading of every further part of a long message. */
  continued: string;
  restInWebInbox: string;
  card(view: CardView, wording: Wording): string[];
  askedAgain: string;
  /** Message 6 for words without measurable content. */
  followUp(view: FollowUpView, wording: Wording): string[];
  answers: Answers;
  /** Commands, and what is answered to them. */
  desk: DeskWords;
  /** What each sub-command does. */
  commands: CommandWords;
  /** The own list. */
  office: OfficeWords;
  own: OwnWords;
  people: PeopleWords;
  binding: BindingWords;
  language: LanguageWords;
  forms: FormWords;
  /** Files. */
  evidence: EvidenceWords;
  /** Sign-off, extension and its answer. */
  requests: RequestWords;
}

/** One-sentence answers. `item` is 第(九)项"……". */
export interface Answers {
  recorded(item: string, summary: string): string;
  whichTask(words: string): string;
  /** A number was named that no plan of this person has. */
  noSuchTask(named: string): string;
  whichLine(button: string): string;
  /** Of whoever has no task in any plan: the office, a leader. */
  noTask: string;
  noOpenTask: string;
  /** 〔修改〕 of a roll-up. */
  editingRollUp: string;
  keptVague(item: string): string;
  kept: string;
  questionToOffice: string;
  editing: string;
  fill(items: string[]): string;
  explain(item: string): string;
  unchangedWhy(item: string): string;
  disputeWords: string;
  contactWords: string;
  /** 更换联络员 with its words: they are with the office. */
  contactAsked: string;
  extensionDate(item: string, dueOn: LocalDate): string;
  extensionReason(item: string, newDueOn: LocalDate): string;
  extensionDropped: string;
  acknowledged: string;
  /** A leader pressed 作出批示. */
  directiveWords(no: number): string;
  directiveDone(no: number): string;
  directiveDropped: string;
  handedOver: string;
  cardDone: string;
  /** 〔数据未出,12月10日前补报〕. */
  dataLater(day: string): string;
  /** What a card closes with: what was recorded, and by whom. */
  closedBy(summary: string, who: string): string;
  /** A card of several tasks that are all answered. */
  allDone: string;
  cardReplaced: string;
  /** What its card asked was answered; the whole stands on a new one. */
  cardCompleted: string;
  /** An answer to what a card asked that takes none any more. */
  answeredLate(result: string): string;
  cardKept: string;
  cardRefused: string;
  /** The same is asked again by another card. */
  cardAskedAgain: string;
  cardToOffice: string;
  questionAnswered(item: string): string;
  /** A confirmation whose answer was taken back. */
  takenBack: string;
  /** What a card says further whose answers were taken back in part. */
  takenBackOf(items: string[]): string;
  nothingToWithdraw: string;
  whichWithdraw(minutes: number): string;
  /** To displeasure at being asked: how many answers are owed. */
  complaint(owed: number): string;
  complaintMore(count: number): string;
  complaintHow(no: string | null): string;
  notProcessed: string;
  help: string;
}
