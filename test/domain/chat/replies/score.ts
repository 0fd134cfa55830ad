import { readFileSync } from 'node:fs';
import { readReply } from '../../../../domain/chat/understand/read-reply.ts';
import type { ReplyCase, ReplyFigure, ReplyReading } from '../../../../domain/chat/understand/types.ts';
import { SEED_CALENDAR } from '../../../../seeds/calendar/calendar.ts';

type Item = Omit<ReplyReading['items'][number], 'task' | 'from' | 'words'> & { no: string | null };
export interface Gold {
  case: ReplyCase & { id: string };
  reading: { items: Item[]; question: string | null };
}

interface Count {
  gold: number;
  read: number;
  hit: number;
}

export interface Score {
  fields: Record<string, Count>;
  items: number;
  /** Stated values that differ from the gold's though the item was sure and nothing was asked. */
  confidentlyWrong: number;
  /** Ids of cases of which anything differs. */
  missed: string[];
}

export const casesIn = (file: string): Gold[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Gold);

const squash = (value: string | null | undefined): string => (value ?? '').normalize('NFKC').replace(/\s/g, '');
const figureKey = ({ name, value, unit, kind }: ReplyFigure): string =>
  [squash(name), value, squash(unit), kind].join('|');

const STATED: Record<string, (item: Item) => unknown> = {
  status: (item) => item.status,
  percent: (item) => item.percent,
  date: (item) => item.date,
  request: (item) => item.request,
  requestDate: (item) => item.requestDate,
  noChange: (item) => item.noChange || null,
  blocker: (item) => (item.blocker === null ? null : true),
};

/** Reads every case and counts, by field, what the gold states, what the reading states and what agrees. */
export function score(cases: Gold[]): Score {
  const fields: Score['fields'] = {};
  const missed = new Set<string>();
  let items = 0;
  let confidentlyWrong = 0;
  const count = (field: string): Count => (fields[field] ??= { gold: 0, read: 0, hit: 0 });
  for (const { case: reply, reading: want } of cases) {
    const got = readReply(reply, SEED_CALENDAR);
    const found = got.items.map((item) => ({ ...item, no: reply.open[item.task]?.no ?? null }));
    const tally = (field: string, wanted: unknown, read: unknown): boolean => {
      if (wanted !== null) count(field).gold += 1;
      if (read !== null) count(field).read += 1;
      if (wanted !== null && wanted === read) count(field).hit += 1;
      if (wanted !== read) missed.add(reply.id);
      return read !== null && wanted !== read;
    };
    tally('question', want.question, got.question);
    for (const item of want.items) {
      const same = found.find(({ no }) => squash(no) === squash(item.no));
      tally('task', squash(item.no), same ? squash(item.no) : null);
      if (!same) continue;
      items += 1;
      let wrong = false;
      for (const [field, of] of Object.entries(STATED)) if (tally(field, of(item), of(same))) wrong = true;
      const wanted = item.figures.map(figureKey);
      const read = same.figures.map(figureKey);
      for (const key of wanted) tally('figures', key, read.includes(key) ? key : null);
      for (const key of read)
        if (!wanted.includes(key)) {
          tally('figures', null, key);
          wrong = true;
        }
      if (wrong && same.sure && got.question === null) confidentlyWrong += 1;
    }
    const extra = found.filter(({ no }) => !want.items.some((item) => squash(item.no) === squash(no)));
    for (const { no } of extra) tally('task', null, squash(no));
  }
  return { fields, items, confidentlyWrong, missed: [...missed] };
}

export const precision = ({ hit, read }: Count): number => (read === 0 ? 1 : hit / read);
export const recall = ({ hit, gold }: Count): number => (gold === 0 ? 1 : hit / gold);
