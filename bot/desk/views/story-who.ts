import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import type { Db } from '../../../prisma/client.ts';

interface StoryActor {
  id?: string;
  name?: string;
  onBehalfOf?: string;
}

const WORDS = {
  zh: {
    system: '系统',
    leaders: '领导小组',
    office: '办公室',
    space: '',
    instead: (whom: string) => `(代${whom})`,
    to: (person: string, unit: string) => `${person},对${unit}`,
  },
  en: {
    system: 'system',
    leaders: 'leading group',
    office: 'office',
    space: ' ',
    instead: (whom: string) => ` (for ${whom})`,
    to: (person: string, unit: string) => `${person}, to ${unit}`,
  },
};

/** Who did something, and to which unit where it is another's: 市科技局周某宁 · 办公室陈某,对市科技局 · 系统. */
export type WhoOf = (actor: unknown, unit: string | null) => string;

/** Names everybody who acts in a story by where they belong, for a reader who wasn't there. */
export async function namedActors(db: Db, planId: string, actors: unknown[], locale: Locale = 'zh'): Promise<WhoOf> {
  const ids = [...new Set(actors.map((actor) => (actor as StoryActor).id ?? ''))];
  // Those who have left belong to where they were.
  const [members, leaders] = await Promise.all([
    db.membership.findMany({
      where: { personId: { in: ids }, unit: { planId } },
      orderBy: [{ active: 'desc' }, { id: 'asc' }],
      select: { personId: true, unit: { select: { name: true } } },
    }),
    db.grant.findMany({
      where: { personId: { in: ids }, role: 'leader', OR: [{ planId }, { planId: null }] },
      select: { personId: true },
    }),
  ]);
  return (actor, unit) => {
    const { id = '', name = '', onBehalfOf } = actor as StoryActor;
    const words = WORDS[locale];
    if (id === 'system') return words.system;
    const units = members.filter(({ personId }) => personId === id).map((one) => one.unit.name);
    const home = unit !== null && units.includes(unit) ? unit : units[0];
    const from = home ?? (leaders.some(({ personId }) => personId === id) ? words.leaders : words.office);
    const person = `${from}${words.space}${name}${onBehalfOf === undefined ? '' : words.instead(onBehalfOf)}`;
    return unit === null || unit === home ? person : words.to(person, unit);
  };
}
