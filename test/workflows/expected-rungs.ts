import type { Policy } from '../../domain/plan/policy.ts';
import { newPart } from '../../domain/supervision/new-part.ts';
import { schedule } from '../../domain/supervision/schedule.ts';
import { ISSUED_LATE } from '../../domain/supervision/replaced-slots.ts';
import { partSlots } from '../../domain/supervision/settle.ts';
import type { PartSlot, PhaseWindow, SupervisedState } from '../../domain/supervision/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';

/** A duty that began after its reminders is told at once: by the day, since the workflow's clock goes on while it reckons. */
const whenOf = ({ at, rule }: Pick<PartSlot, 'at' | 'rule'>): string =>
  rule.startsWith(ISSUED_LATE) ? at.slice(0, 'YYYY-MM-DD'.length) : at;

/** One rung as one line, so that two lists can be compared and read. */
export const rungLine = (
  entityId: string,
  slot: Pick<PartSlot, 'partId' | 'duty' | 'cycle' | 'rung' | 'at' | 'rule'>,
): string => [entityId, slot.partId, slot.duty, slot.cycle, slot.rung, whenOf(slot), slot.rule].join(' ');

/**
 * Every rung that the calendar gives an entity up to `end`, from the pure rules alone: its parts as they were
 * at the start, each phase from the instant at which the entity was told of it, with nobody answering.
 */
export async function expectedRungs(
  prisma: PrismaClient,
  entityId: string,
  policy: Policy,
  phases: PhaseWindow[],
  end: string,
): Promise<string[]> {
  const { state } = await prisma.checkpoint.findUniqueOrThrow({ where: { entityId } });
  const last = state as unknown as SupervisedState;
  const lines: string[] = [];
  const duties = new Set<string>();
  for (const { phase, now } of await tellings(prisma, last, phases)) {
    const asked = last.kind === 'task' && phase.kind !== phases[0]?.kind;
    const parts = last.parts.map(({ id, unitId, role, relation, title, recurs }) => ({
      ...newPart({
        id,
        unitId,
        role,
        relation,
        ...(title === undefined ? {} : { title }),
        ...(recurs === undefined ? {} : { recurs }),
      }),
      // The receipt was asked for in the first phase; its rungs are counted there.
      ...(asked ? { receiptAt: now } : {}),
    }));
    const fresh: SupervisedState = {
      ...last,
      status: 'open',
      phase,
      parts,
      slots: [],
      scheduledSeq: 0,
      dueOn: last.kind === 'phase' ? phase.end : last.dueOn,
    };
    const made = schedule(fresh, { calendar: SEED_CALENDAR, policy, now }, Number.POSITIVE_INFINITY);
    // A duty that an earlier phase brought keeps the rungs that it got there.
    const before = new Set(duties);
    for (const slot of [...made.slots.flatMap(partSlots), ...made.skipped]) {
      const duty = [slot.partId, slot.duty, slot.cycle].join(' ');
      duties.add(duty);
      if (slot.at <= end && !before.has(duty)) lines.push(rungLine(entityId, slot));
    }
  }
  return lines.sort();
}

/** The phases that an entity was told of, each with the instant at which it reckoned its slots. */
async function tellings(
  prisma: PrismaClient,
  state: SupervisedState,
  phases: PhaseWindow[],
): Promise<{ phase: PhaseWindow; now: string }[]> {
  const events = await prisma.event.findMany({
    where: { entityId: state.entityId, kind: { in: ['scheduled', 'phaseChanged'] } },
    orderBy: { seq: 'asc' },
  });
  const first = events.find(({ kind }) => kind === 'scheduled');
  if (!first) return [];
  if (state.kind === 'phase') return state.phase ? [{ phase: state.phase, now: first.planAt.toISOString() }] : [];
  const changes = events.filter(({ kind }) => kind === 'phaseChanged');
  return phases.flatMap((phase, index) => {
    const at = index === 0 ? first : changes[index - 1];
    return at ? [{ phase, now: at.planAt.toISOString() }] : [];
  });
}
