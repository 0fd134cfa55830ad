import { DateTime } from 'luxon';
import type { Instant, LocalDate } from '../plan/types.ts';

/** `HH:mm` on a wall clock. */
export type LocalTime = string;

/** The instant of a wall-clock time on a local day in a zone. Throws RangeError for what is no date or time. */
export function instantAt(date: LocalDate, time: LocalTime, zone: string): Instant {
  const iso = DateTime.fromISO(`${date}T${time}`, { zone }).toUTC().toISO();
  if (iso === null) throw new RangeError(`not a local time: ${date} ${time} ${zone}`);
  return iso;
}

/** Local day and wall-clock minute of an instant. Throws RangeError for what is no instant. */
export function localOf(instant: Instant, zone: string): { date: LocalDate; time: LocalTime } {
  const local = DateTime.fromISO(instant, { zone });
  if (!local.isValid) throw new RangeError(`not an instant: ${instant} in ${zone}`);
  return { date: local.toFormat('yyyy-MM-dd'), time: local.toFormat('HH:mm') };
}

export const localDateOf = (instant: Instant, zone: string): LocalDate => localOf(instant, zone).date;
