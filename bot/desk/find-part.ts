import type { Act } from '../../domain/rights.ts';
import type { Part } from '../../domain/supervision/types.ts';
import type { Unit } from '../../prisma/generated/client.ts';
import type { DeskActor, DeskDeps } from './deps.ts';
import type { findRunningTask } from './find-task.ts';
import { refuseRecorded } from './refuse.ts';

type Running = Awaited<ReturnType<typeof findRunningTask>>;

export interface PartAsked {
  partId?: string | undefined;
  /** Name, short name or alias. */
  unit?: string | undefined;
}

/** A unit by any of its names; one that merged into another is that other. */
export function unitByName<
  U extends { id: string; name: string; short: string; aliases: string[]; mergedInto?: string | null },
>(units: U[], wanted: string): U | undefined {
  const named =
    units.find(({ id, name }) => id === wanted || name === wanted) ??
    units.find(({ short, aliases }) => short === wanted || aliases.includes(wanted));
  const merged = named?.mergedInto ?? null;
  return merged === null ? named : unitByName(units, merged);
}

/** One unit's part of a task; without part or unit, its only one. Refusals are recorded: UNIT_UNKNOWN, PART_UNKNOWN, INPUT_INVALID. */
export async function findPart(
  deps: DeskDeps,
  actor: DeskActor,
  found: Running,
  asked: PartAsked,
  act: Act,
): Promise<{ part: Part; unit: Unit }> {
  const { state, units, row } = found;
  const refuse = (
    code: 'UNIT_UNKNOWN' | 'PART_UNKNOWN' | 'INPUT_INVALID',
    details: Record<string, string>,
  ): Promise<never> => refuseRecorded(deps, actor, row.id, act, code, details);
  let part: Part | undefined;
  if (asked.partId) part = state.parts.find(({ id }) => id === asked.partId);
  else if (asked.unit) {
    const unit = unitByName(units, asked.unit);
    if (!unit) return refuse('UNIT_UNKNOWN', { unit: asked.unit });
    part = state.parts.find(({ unitId }) => unitId === unit.id);
  } else if (state.parts.length > 1) return refuse('INPUT_INVALID', { what: '该项任务有多个承办单位,请指明单位。' });
  else if (state.parts.length === 0)
    return refuse('INPUT_INVALID', { what: '该项任务尚未指定承办单位。请先指定单位,再办理本事项。' });
  else [part] = state.parts;
  const unit = units.find(({ id }) => id === part?.unitId);
  if (!part || !unit) return refuse('PART_UNKNOWN', { unit: asked.unit ?? asked.partId ?? '' });
  return { part, unit };
}

/**
 * Parts of units that the actor belongs to: nobody accepts what they filed (policy "Sign-off"). The office's
 * members belong to its host unit as well.
 */
export function ownPartIds(
  { memberships }: DeskActor,
  { state, units, facts }: Pick<Running, 'state' | 'units' | 'facts'>,
): string[] {
  const own = new Set(memberships.map(({ unitId }) => unitId));
  const inOffice = units.some(({ id, name }) => own.has(id) && name === facts.office.name);
  const host = inOffice ? units.find(({ name }) => name === facts.office.host) : undefined;
  if (host) own.add(host.id);
  return state.parts.filter(({ unitId }) => own.has(unitId)).map(({ id }) => id);
}
