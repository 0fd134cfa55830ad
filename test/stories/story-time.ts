import { instantAt, localOf } from '../../domain/calendar/local-time.ts';
import { DEFAULT_ZONE } from '../../domain/plan/policy.ts';
import type { StoryTime } from './story.ts';

/** How instants are written in one story: without the year where it is the year of its start. */
export interface StoryClock {
  instant(time: StoryTime): Date;
  text(instant: Date | string): StoryTime;
}

const TIME = /^(?:(\d{4})-)?(\d{2}-\d{2}) (\d{2}:\d{2})$/;

/** Throws RangeError where the start or a time is not written as a StoryTime. */
export function storyClock(start: StoryTime): StoryClock {
  const [, ownYear] = TIME.exec(start) ?? [];
  if (ownYear === undefined) throw new RangeError(`a story starts in a year: ${start}`);
  return {
    instant(time) {
      const [, year = ownYear, day, hour] = TIME.exec(time) ?? [];
      if (day === undefined || hour === undefined) throw new RangeError(`not a time of a story: ${time}`);
      return new Date(instantAt(`${year}-${day}`, hour, DEFAULT_ZONE));
    },
    text(instant) {
      const { date, time } = localOf(new Date(instant).toISOString(), DEFAULT_ZONE);
      return `${date.startsWith(`${ownYear}-`) ? date.slice(5) : date} ${time}`;
    },
  };
}
