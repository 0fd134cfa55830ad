import { grantRank } from '../../bot/desk/grant-rank.ts';
import type { Channel } from '../../domain/chat/port.ts';
import type { Rank } from '../../domain/plan/types.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { storeContact } from '../../prisma/store-contact.ts';

export interface Player {
  personId: string;
  /** Short name of the unit and the rank: 科技联络员. */
  name: string;
  channel: Channel;
}

export interface Cast {
  players: Player[];
  /** Throws where the story has nobody of this name. */
  named(name: string): Player;
  /** Short names by unit id. */
  short: Map<string, string>;
  nameOf(personId: string): string;
}

const RANKS: Record<string, Rank> = { 联络员: 'liaison', 科长: 'section-head', 分管: 'supervisor' };
const CONTACT = /^(.+)·(联络员|科长|分管)(\d?)(\+协调员)?(@web)?$/;

/** Puts a story's people on record. Throws where a contact isn't written as one, or its unit isn't in the plan. */
export async function castPeople(prisma: PrismaClient, planId: string, contacts: readonly string[]): Promise<Cast> {
  const units = await prisma.unit.findMany({ where: { planId } });
  const players: Player[] = [];
  for (const contact of contacts) {
    const [, unitName, rank = '', n = '', coordinator, web] = CONTACT.exec(contact) ?? [];
    const unit = units.find(({ name }) => name === unitName);
    const known = RANKS[rank];
    if (!unit || !known) throw new Error(`not a contact of this story: ${contact}`);
    const channel: Channel = web === undefined ? 'scripted' : 'web';
    const player: Player = { personId: `${planId}-${players.length + 1}`, name: `${unit.short}${rank}${n}`, channel };
    const { personId, name } = player;
    await storeContact(prisma, { personId, name, demo: false, unitId: unit.id, rank: known, taskIds: [], channel });
    await grantRank(prisma, planId, personId, known);
    if (coordinator !== undefined)
      await prisma.grant.create({ data: { id: `${personId}-grant`, personId, planId, role: 'coordinator' } });
    players.push(player);
  }
  const find = (name: string): Player | undefined => players.find((player) => player.name === name);
  return {
    players,
    named(name) {
      const player = find(name);
      if (!player) throw new Error(`nobody of this story is ${name}`);
      return player;
    },
    short: new Map(units.map(({ id, short }) => [id, short])),
    nameOf: (personId) => players.find((player) => player.personId === personId)?.name ?? personId,
  };
}

/** The same people are contacts of the same units in another plan too. */
export async function joinPlan(
  prisma: PrismaClient,
  { short }: Cast,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const [known, units] = await Promise.all([
    prisma.membership.findMany({ where: { unit: { planId: from } }, include: { unit: { select: { name: true } } } }),
    prisma.unit.findMany({ where: { planId: to } }),
  ]);
  for (const unit of units) short.set(unit.id, unit.short);
  for (const { id, personId, rank, unit } of known) {
    const same = units.find(({ name }) => name === unit.name);
    if (!same) continue;
    await prisma.membership.create({ data: { id: `${id}-${to}`, personId, unitId: same.id, rank, taskIds: [] } });
    await grantRank(prisma, to, personId, rank as Rank);
  }
}
