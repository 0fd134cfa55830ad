import { localDay } from '../../../domain/chat/local-text.ts';
import { dutyLabel } from '../../../domain/chat/duty-label.ts';
import type { Calendar } from '../../../domain/calendar/types.ts';
import type { LocalDate } from '../../../domain/plan/types.ts';
import { deadlineOf } from '../../../domain/supervision/deadline-of.ts';
import type { Light } from '../../../domain/supervision/lights.ts';
import { partLight } from '../../../domain/supervision/part-light.ts';
import type { PartRequest } from '../../../domain/supervision/part-request.ts';
import type { DutyKind, SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import { loadCalendar } from '../../../prisma/load-calendar.ts';
import { isOpenPart, partsOfPerson, titleOf, type PersonPart } from '../../directory/person-parts.ts';
import type { PlanTalk } from '../../dispatch/types.ts';
import { parseProposalItems } from '../../proposals/items.ts';
import { ownAnswered, type OwnAnswered } from './own-answered.ts';
import { ownAsked, type OwnAsked } from './own-asked.ts';

export interface OwnDuty {
  kind: DutyKind;
  cycle: string;
  /** 2026年第四季度进展报送 and the like. */
  label: string;
  dueOn: LocalDate;
  late: boolean;
}

/** One task of which this person owes something, or may say something. */
export interface OwnOpen {
  entityId: string;
  partId: string;
  planId: string;
  no: string | null;
  title: string;
  unit: string;
  light: Light;
  /** Why it has that light, one sentence; '' where nothing can be said. */
  why: string;
  progress: number | null;
  lastWords: string | null;
  /** Typed and not confirmed yet · completion claimed, by the unit's sign-off still to come or without need of it · returned. */
  state: 'unconfirmed' | 'unsigned' | 'claimed' | 'returned' | null;
  /** What is owed now, by due day; none: nothing is due. */
  duties: OwnDuty[];
  part: PersonPart;
}

/** What one person answers for, in words and figures that every channel can draw. */
export interface OwnList {
  /** Overdue first, then by due day; what owes nothing last, in the order of the plan. */
  open: OwnOpen[];
  answered: OwnAnswered[];
  asked: OwnAsked[];
}

export interface OwnListOf {
  personId: string;
  /** Whose clock says what is open, for what they stand in for. */
  at: Date;
  talk: (planId: string) => Promise<PlanTalk>;
}

export async function ownList(db: Db, of: OwnListOf): Promise<OwnList> {
  const parts = await partsOfPerson(db, of.personId, of.at);
  const [open, answered, asked] = await Promise.all([
    ownOpen(db, of, parts),
    ownAnswered(db, of, parts),
    ownAsked(db, of, parts),
  ]);
  return { open, answered, asked };
}

/** The open part of the list alone: what commands show. */
export async function ownOpen(db: Db, { personId, at, talk }: OwnListOf, known?: PersonPart[]): Promise<OwnOpen[]> {
  const parts = (known ?? (await partsOfPerson(db, personId, at))).filter(isOpenPart);
  const [proposals, checkpoints, calendar] = await Promise.all([
    db.proposal.findMany({ where: { personId, status: 'open' }, select: { items: true } }),
    db.checkpoint.findMany({
      where: { entityId: { in: parts.map(({ entityId }) => entityId) } },
      select: { entityId: true, state: true },
    }),
    loadCalendar(db),
  ]);
  const awaiting = new Set(
    proposals.flatMap(({ items }) => parseProposalItems(items)).map((item) => `${item.entityId}|${item.partId}`),
  );
  const states = new Map(checkpoints.map(({ entityId, state }) => [entityId, state as unknown as SupervisedState]));
  const shown = await Promise.all(
    parts.map(async (part): Promise<OwnOpen> => {
      const plan = await talk(part.planId);
      const isAwaiting = awaiting.has(`${part.entityId}|${part.part.id}`);
      const { progress, lastWords } = part.part;
      return {
        entityId: part.entityId,
        partId: part.part.id,
        planId: part.planId,
        no: part.no,
        title: titleOf(part),
        unit: part.unit,
        ...lightOfPart(states.get(part.entityId), part.part.id, calendar, plan),
        progress,
        lastWords,
        state: isAwaiting ? 'unconfirmed' : completionOf(part),
        duties: dutiesOf(part, plan),
        part,
      };
    }),
  );
  return shown.toSorted((a, b) => rankOf(a).localeCompare(rankOf(b)));
}

function completionOf({ part }: PersonPart): Exclude<OwnOpen['state'], 'unconfirmed'> {
  const request = part['request'] as PartRequest | undefined;
  if (part.completion === 'claimed') return request?.signOff === 'waiting' ? 'unsigned' : 'claimed';
  return part.completion === 'returned' ? 'returned' : null;
}

/** What is late comes first, then the earliest day; a stable sort keeps the plan's order within a day. */
const rankOf = ({ duties }: OwnOpen): string =>
  duties[0] === undefined ? '2' : `${duties.some(({ late }) => late) ? 0 : 1}${duties[0].dueOn}`;

function dutiesOf({ part }: PersonPart, { now, locale }: PlanTalk): OwnDuty[] {
  return part.duties
    .filter(
      ({ kind, filedAt, openFrom }) =>
        filedAt === undefined && openFrom <= now && !(kind === 'completion' && part.completion === 'claimed'),
    )
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
    .map((duty) => ({
      kind: duty.kind,
      cycle: duty.cycle,
      label: dutyLabel(duty.kind, duty.cycle, duty.also, locale),
      dueOn: duty.dueOn,
      late: deadlineOf(duty).redAt < now,
    }));
}

/** A list is worth having without its lights, where the calendar of the year isn't loaded. */
function lightOfPart(
  state: SupervisedState | undefined,
  partId: string,
  calendar: Calendar,
  { policy, now, zone, locale = 'zh' }: PlanTalk,
): { light: Light; why: string } {
  const part = state?.parts.find(({ id }) => id === partId);
  const isCovered = calendar.years.some(({ year }) => year === Number(localDay(now, zone).slice(0, 4)));
  if (!state || !part || !isCovered) return { light: 'grey', why: '' };
  const verdict = partLight(state, part, { calendar, policy, now });
  return { light: verdict.light, why: verdict[locale] };
}
