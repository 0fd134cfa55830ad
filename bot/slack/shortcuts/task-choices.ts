import { fold } from '../../../domain/chat/fold.ts';
import { itemName } from '../../../domain/chat/item-label.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { numberOf } from '../../../domain/chat/mentions.ts';
import type { Address } from '../../../domain/chat/port.ts';
import { may } from '../../../domain/rights.ts';
import { homeActions } from '../../../prisma/home-actions.ts';
import { actorOf } from '../../desk/actor-of.ts';
import type { DeskActor, DeskDeps } from '../../desk/deps.ts';
import { ownOpen, type OwnOpen } from '../../desk/views/own-list.ts';
import { resolvePerson } from '../../directory/resolve-person.ts';
import { deskButton } from '../../dispatch/office/desk-message.ts';
import { ownButton, ownLine } from '../../dispatch/office/own-list.ts';
import type { PlanTalk } from '../../dispatch/types.ts';
import { homePlan, planTalk } from '../../plan-talk.ts';
import type { Choice } from './task-menu.ts';

const CHOICES_MAX = 25;

interface Candidate {
  planId: string;
  no: string | null;
  title: string;
  /** Names of its units. */
  units: string[];
  button: Button;
}

/**
 * The tasks that a person may choose, by number, words of the title or a unit's name; all of them for no words. One's
 * own open the form to report; whoever reads a plan sees the others as they stand. Nobody: none.
 */
export async function taskChoices(desk: DeskDeps, address: Address, query: string): Promise<Choice[]> {
  const personId = await resolvePerson(desk.prisma, address);
  if (personId === null) return [];
  const actor = await actorOf(desk.prisma, personId, address.channel);
  const talk = talks(desk);
  const here = await talk(await homePlan(desk.prisma, personId));
  const own = await ownOpen(desk.prisma, { personId, at: new Date(here.now), talk });
  const found = [
    ...(await ownCandidates(own, talk)),
    ...(await planCandidates(desk, actor, new Set(own.map(({ entityId }) => entityId)))),
  ]
    .filter((candidate) => fits(candidate, fold(query).trim()))
    .slice(0, CHOICES_MAX);
  const choices: Choice[] = [];
  for (const planId of new Set(found.map((one) => one.planId))) {
    const { clockId, now } = await talk(planId);
    const mine = found.filter((one) => one.planId === planId);
    const ids = await homeActions(
      desk.prisma,
      { personId, channel: address.channel, planId, clockId, planAt: new Date(now), use: 'menu' },
      mine.map(({ button }) => button),
    );
    choices.push(...mine.map(({ no, title }, at) => ({ id: ids[at] ?? '', label: itemName(no, title, 40) })));
  }
  return choices;
}

/** One's own list in words, as the menu's modal shows it. */
export async function ownWords(desk: DeskDeps, address: Address): Promise<string[]> {
  const personId = await resolvePerson(desk.prisma, address);
  if (personId === null) return [];
  const talk = talks(desk);
  const here = await talk(await homePlan(desk.prisma, personId));
  const own = await ownOpen(desk.prisma, { personId, at: new Date(here.now), talk });
  return Promise.all(own.slice(0, 10).map(async (item, at) => `${at + 1}.${ownLine(item, await talk(item.planId))}`));
}

function talks({ prisma, clock }: DeskDeps): (planId: string) => Promise<PlanTalk> {
  const known = new Map<string, Promise<PlanTalk>>();
  return (planId) => {
    const talk = known.get(planId) ?? planTalk(prisma, clock, planId);
    known.set(planId, talk);
    return talk;
  };
}

async function ownCandidates(own: OwnOpen[], talk: (planId: string) => Promise<PlanTalk>): Promise<Candidate[]> {
  const found = await Promise.all(
    own.map(async (item): Promise<Candidate[]> => {
      const button = ownButton(item, await talk(item.planId));
      const { planId, no, title, unit } = item;
      return button ? [{ planId, no, title, units: [unit], button }] : [];
    }),
  );
  return found.flat();
}

/** What is not one's own, in the plans that one reads. */
async function planCandidates(desk: DeskDeps, { grants }: DeskActor, own: Set<string>): Promise<Candidate[]> {
  const plans = await desk.prisma.plan.findMany({ where: { status: 'running' }, select: { id: true } });
  const readable = plans.map(({ id }) => id).filter((planId) => may('read-board', grants, { planId }));
  if (readable.length === 0) return [];
  const [tasks, units, checkpoints] = await Promise.all([
    desk.prisma.task.findMany({
      where: { planId: { in: readable } },
      orderBy: [{ planId: 'asc' }, { ordinal: 'asc' }],
      select: { id: true, planId: true, no: true, title: true },
    }),
    desk.prisma.unit.findMany({
      where: { planId: { in: readable } },
      select: { id: true, name: true, short: true, aliases: true },
    }),
    desk.prisma.checkpoint.findMany({
      where: { planId: { in: readable }, kind: 'task' },
      select: { entityId: true, state: true },
    }),
  ]);
  const names = new Map(units.map(({ id, name, short, aliases }) => [id, [name, short, ...aliases]]));
  const unitsOf = new Map(
    checkpoints.map(({ entityId, state }) => [
      entityId,
      (state as unknown as { parts: { unitId: string }[] }).parts.flatMap(({ unitId }) => names.get(unitId) ?? []),
    ]),
  );
  return tasks
    .filter(({ id }) => !own.has(`task/${id}`))
    .map(({ id, planId, no, title }) => ({
      planId,
      no,
      title,
      units: unitsOf.get(`task/${id}`) ?? [],
      button: deskButton(title, { do: 'task-state', taskId: id }),
    }));
}

function fits({ no, title, units }: Candidate, query: string): boolean {
  if (query === '') return true;
  const number = numberOf(query);
  if (number !== null && no !== null && numberOf(no) === number) return true;
  const words = query.split(/\s+/);
  return words.every(
    (word) =>
      fold(title).includes(word) || fold(no ?? '').includes(word) || units.some((name) => fold(name).includes(word)),
  );
}
