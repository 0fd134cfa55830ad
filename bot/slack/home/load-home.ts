import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { dayText, localDay, momentText } from '../../../domain/chat/local-text.ts';
import { itemName } from '../../../domain/chat/item-label.ts';
import type { Button, LineRef } from '../../../domain/chat/message.ts';
import type { Address } from '../../../domain/chat/port.ts';
import { may } from '../../../domain/rights.ts';
import { homeActions } from '../../../prisma/home-actions.ts';
import { actorOf } from '../../desk/actor-of.ts';
import type { DeskActor, DeskDeps } from '../../desk/deps.ts';
import { ownList, type OwnList, type OwnOpen } from '../../desk/views/own-list.ts';
import { today } from '../../desk/views/today.ts';
import { resolvePerson } from '../../directory/resolve-person.ts';
import { decisionButtons } from '../../dispatch/office/decision-buttons.ts';
import { deskWords } from '../../dispatch/office/desk-message.ts';
import { ownButton, ownLine } from '../../dispatch/office/own-list.ts';
import type { PlanTalk } from '../../dispatch/types.ts';
import { homePlan, planTalk } from '../../plan-talk.ts';
import type { HomeButton, HomePage, HomeRow, HomeSection } from './home-page.ts';

export interface LoadedHome {
  /** null: nobody is bound to the address. */
  personId: string | null;
  page: HomePage;
}

const OPEN_MAX = 24;
/** Further ones have their main button alone. */
const WITH_ALL_BUTTONS = 10;
const DECISIONS_MAX = 10;

/** A row whose buttons have no ids yet. */
interface Draft {
  text: string;
  planId: string;
  buttons: (Button & { confirm?: string })[];
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

interface DraftSection {
  title: string;
  rows: Draft[];
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

async function openSection(
  { open }: OwnList,
  talk: (planId: string) => Promise<PlanTalk>,
  here: PlanTalk,
): Promise<DraftSection> {
  const words = catalogueFor(here.locale).own;
  const rows: Draft[] = [];
  for (const [at, item] of open.slice(0, OPEN_MAX).entries()) {
    const plan = await talk(item.planId);
    const main = ownButton(item, plan);
    const more = at < WITH_ALL_BUTTONS && main ? furtherButtons(item, plan) : [];
    rows.push({
      planId: item.planId,
      text: ownText(item, plan, words.lights[item.light]),
      buttons: main
        ? [{ ...main, label: firstWord(main.label), ...(at === 0 ? { style: 'primary' } : {}) }, ...more]
        : [],
    });
  }
  if (open.length > OPEN_MAX) rows.push({ planId: here.planId, text: words.more(open.length - OPEN_MAX), buttons: [] });
  if (open.length === 0) rows.push({ planId: here.planId, text: words.nothing, buttons: [] });
  return { title: words.open(open.length), rows };
}

/** 逾期 · 第(九)项"…", then how it stands, then why it has that light. */
function ownText(item: OwnOpen, talk: PlanTalk, light: string): string {
  const name = deskWords(talk).item(item.no, item.title);
  const lines = [`${light} · ${name}`, ownLine(item, talk).slice(name.length).trim(), item.why];
  return lines.filter((line) => line !== '').join('\n');
}

/** The task stands beside the button. */
const firstWord = (label: string): string => label.split(' ')[0] ?? label;

/** What one may ask for beside answering. */
function furtherButtons({ entityId, partId, duties, state }: OwnOpen, talk: PlanTalk): Button[] {
  const { buttons } = catalogueFor(talk.locale);
  const report = duties.find(({ kind }) => kind !== 'receipt');
  if (!report || state === 'claimed') return [];
  const ref: LineRef = { entityId, partId, duty: report.kind, cycle: report.cycle };
  const completion = duties.find(({ kind }) => kind === 'completion');
  return [
    ...(completion
      ? [
          {
            label: buttons.claim,
            act: { kind: 'claim-completion' as const, ...ref, duty: completion.kind, cycle: completion.cycle },
          },
          {
            label: buttons.extension,
            act: { kind: 'extension' as const, ...ref, duty: completion.kind, cycle: completion.cycle },
          },
        ]
      : []),
    { label: buttons.coordination, act: { kind: 'coordination', ...ref } },
  ];
}

function answeredSection({ answered }: OwnList, here: PlanTalk): DraftSection {
  const words = catalogueFor(here.locale).own;
  const day = localDay(here.now, here.zone);
  const lines = answered.map(
    ({ at, no, title, summary }) =>
      `${momentText(at, here.zone, day, here.locale)} ${itemName(no, title, 20)}:${summary}`,
  );
  return { title: words.answered, rows: [{ planId: here.planId, text: lines.join('\n'), buttons: [] }] };
}

function askedSection({ asked }: OwnList, here: PlanTalk): DraftSection {
  const words = catalogueFor(here.locale).own;
  const day = localDay(here.now, here.zone);
  const lines = asked.map(({ at, no, title, what, state }) =>
    [
      at === '' ? '' : dayText(localDay(at, here.zone), day, here.locale),
      title === '' && no === null ? '' : itemName(no, title, 20),
      `${what}:${state}`,
    ]
      .filter((text) => text !== '')
      .join(' '),
  );
  return { title: words.asked, rows: [{ planId: here.planId, text: lines.join('\n'), buttons: [] }] };
}

/** One section a running plan that may be read: its counts, and what waits for whoever may decide it. */
async function officeSections(
  desk: DeskDeps,
  actor: DeskActor,
  talk: (planId: string) => Promise<PlanTalk>,
): Promise<DraftSection[]> {
  const plans = await desk.prisma.plan.findMany({
    where: { status: 'running' },
    orderBy: { ordinal: 'asc' },
    select: { id: true, title: true },
  });
  const sections: DraftSection[] = [];
  for (const { id: planId, title } of plans.filter(({ id }) => may('read-board', actor.grants, { planId: id }))) {
    const here = await talk(planId);
    const words = catalogueFor(here.locale).own;
    const { counts, decisions } = await today(desk, actor, { planId });
    const decides = may('decide', actor.grants, { planId });
    const { buttons } = deskWords(here);
    const shown = decides ? decisions.slice(0, DECISIONS_MAX) : [];
    sections.push({
      title,
      rows: [
        { planId, text: words.counts(counts), buttons: [] },
        ...shown.map((decision): Draft => {
          const text = `【${decision.label}】${decision.text}`;
          return {
            planId,
            text,
            buttons: decisionButtons(decision, { grants: actor.grants, planId, buttons }).map((button) => ({
              ...button,
              ...(isAtOnce(button) ? { confirm: words.confirm(button.label, decision.text) } : {}),
            })),
          };
        }),
        ...(decides && decisions.length > shown.length
          ? [{ planId, text: words.moreDecisions(decisions.length - shown.length), buttons: [] }]
          : []),
      ],
    });
  }
  return sections;
}

/** Does it change something as soon as it is pressed? What asks for its reason or only shows doesn't. */
function isAtOnce({ act }: Button): boolean {
  if (act.kind !== 'desk') return false;
  if (act.act.do === 'extension') return act.act.grant;
  return ['accept', 'escalate', 'notice-release', 'settle-item'].includes(act.act.do);
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
