import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { localDay, momentText } from '../../../domain/chat/local-text.ts';
import type { Button } from '../../../domain/chat/message.ts';
import type { Address } from '../../../domain/chat/port.ts';
import { may } from '../../../domain/rights.ts';
import { homeActions } from '../../../prisma/home-actions.ts';
import { actorOf } from '../../desk/actor-of.ts';
import type { DeskActor, DeskDeps } from '../../desk/deps.ts';
import { ownList } from '../../desk/views/own-list.ts';
import { resolvePerson } from '../../directory/resolve-person.ts';
import type { PlanTalk } from '../../dispatch/types.ts';
import { homePlan, planTalk } from '../../plan-talk.ts';
import type { Draft, DraftSection } from './draft.ts';
import type { HomeButton, HomePage, HomeRow, HomeSection } from './home-page.ts';
import { officeSections } from './office-sections.ts';
import { answeredSection, askedSection, openSection } from './own-sections.ts';

export interface LoadedHome {
  /** null: nobody is bound to the address. */
  personId: string | null;
  page: HomePage;
}

/** What somebody sees when they open the app: their own list, and for the office what waits for it. */
export async function loadHome(desk: DeskDeps, address: Address): Promise<LoadedHome> {
  const { prisma, clock } = desk;
  const personId = await resolvePerson(prisma, address);
  const talks = new Map<string, Promise<PlanTalk>>();
  const talk = (planId: string): Promise<PlanTalk> => {
    const known = talks.get(planId) ?? planTalk(prisma, clock, planId, personId ?? undefined);
    talks.set(planId, known);
    return known;
  };
  if (personId === null) {
    const { own } = catalogueFor((await talk('')).locale);
    return {
      personId,
      page: { title: own.product, notes: [], sections: [{ title: '', rows: [{ text: own.unbound, buttons: [] }] }] },
    };
  }
  const here = await talk(await homePlan(prisma, personId));
  const { own: words } = catalogueFor(here.locale);
  const [actor, list, unit] = await Promise.all([
    actorOf(prisma, personId, address.channel),
    ownList(prisma, { personId, at: new Date(here.now), talk }),
    unitOf(desk, personId),
  ]);
  const sections = [
    ...(await officeSections(desk, actor, talk)),
    ...(list.open.length > 0 || !readsPlans(actor) ? [await openSection(list, talk, here)] : []),
    ...(list.answered.length > 0 ? [answeredSection(list, here)] : []),
    ...(list.asked.length > 0 ? [askedSection(list, here)] : []),
  ];
  return {
    personId,
    page: {
      title: words.page(actor.name, unit),
      notes: [
        words.updated(momentText(here.now, here.zone, localDay(here.now, here.zone), here.locale)),
        words.pageHelp,
        here.office,
      ],
      sections: await withIds(desk, { personId, channel: address.channel }, sections, talk),
    },
  };
}

const readsPlans = ({ grants }: DeskActor): boolean =>
  grants.some((grant) => may('read-board', [grant], { planId: grant.planId }));

async function unitOf({ prisma }: DeskDeps, personId: string): Promise<string> {
  const membership = await prisma.membership.findFirst({
    where: { personId, active: true },
    orderBy: { id: 'asc' },
    select: { unit: { select: { name: true } } },
  });
  return membership?.unit.name ?? '';
}

/** Ids by plan: each plan's buttons are pressed on its clock. */
async function withIds(
  { prisma }: DeskDeps,
  of: { personId: string; channel: Address['channel'] },
  sections: DraftSection[],
  talk: (planId: string) => Promise<PlanTalk>,
): Promise<HomeSection[]> {
  const drafts = sections.flatMap(({ rows }) => rows);
  const ids = new Map<Button, string>();
  for (const planId of new Set(drafts.map((row) => row.planId))) {
    const { clockId, now } = await talk(planId);
    const buttons = drafts.filter((row) => row.planId === planId).flatMap((row) => row.buttons);
    if (buttons.length === 0) continue;
    const made = await homeActions(prisma, { ...of, planId, clockId, planAt: new Date(now) }, buttons);
    for (const [at, button] of buttons.entries()) ids.set(button, made[at] ?? '');
  }
  const row = ({ text, buttons }: Draft): HomeRow => ({
    text,
    buttons: buttons.map((button): HomeButton => {
      const { label, style, confirm } = button;
      return {
        id: ids.get(button) ?? '',
        label,
        ...(style ? { style } : {}),
        ...(confirm === undefined ? {} : { confirm }),
      };
    }),
  });
  return sections.map(({ title, rows }) => ({ title, rows: rows.map(row) }));
}
