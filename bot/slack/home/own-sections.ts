import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { itemName } from '../../../domain/chat/item-label.ts';
import { dayText, localDay, momentText } from '../../../domain/chat/local-text.ts';
import type { Button, LineRef } from '../../../domain/chat/message.ts';
import type { OwnList, OwnOpen } from '../../desk/views/own-list.ts';
import { deskWords } from '../../dispatch/office/desk-message.ts';
import { ownButton, ownLine } from '../../dispatch/office/own-list.ts';
import type { PlanTalk } from '../../dispatch/types.ts';
import type { Draft, DraftSection } from './draft.ts';

const OPEN_MAX = 24;
/** Further ones have their main button alone. */
const WITH_ALL_BUTTONS = 10;

/** What is open, late first, with what can be done. */
export async function openSection(
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
  if (!report || state === 'claimed' || state === 'unsigned') return [];
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

/** What was said lately, and what became of it. */
export function answeredSection({ answered }: OwnList, here: PlanTalk): DraftSection {
  const words = catalogueFor(here.locale).own;
  const day = localDay(here.now, here.zone);
  const lines = answered.map(
    ({ at, no, title, summary }) =>
      `${momentText(at, here.zone, day, here.locale)} ${itemName(no, title, 20)}:${summary}`,
  );
  return { title: words.answered, rows: [{ planId: here.planId, text: lines.join('\n'), buttons: [] }] };
}

/** What this person asked for, and how it stands. */
export function askedSection({ asked }: OwnList, here: PlanTalk): DraftSection {
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
