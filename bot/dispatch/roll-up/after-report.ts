import { catalogueFor, type Locale } from '../../../domain/chat/catalogue/index.ts';
import { itemName } from '../../../domain/chat/item-label.ts';
import { cycleText } from '../../../domain/chat/local-text.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { afterRollUp, type PartName, rollUpStatus } from '../../../domain/chat/roll-up-text.ts';
import type { ReadingKind } from '../../../domain/supervision/reading.ts';
import type { RollUp } from '../../../domain/supervision/roll-up.ts';
import type { SupervisedState } from '../../../domain/supervision/types.ts';
import type { Db } from '../../../prisma/client.ts';
import { liaisonFor, liaisonsOf } from '../../../prisma/bound-units.ts';
import { personLocale } from '../../../prisma/person-locale.ts';
import { putOfficeItem } from '../../../prisma/office-items.ts';
import { insertDelivery } from '../../../prisma/queries/insert-delivery.ts';
import { countReports, unitNames } from '../../roll-up/load-roll-up.ts';
import type { AppliedItem } from '../apply-items.ts';
import type { PlanTalk, RowContext } from '../types.ts';
import { taskIdOf } from '../../../domain/task-entity.ts';
import { lockChain } from '../../../prisma/events.ts';

export interface AfterReport {
  /** For the unit that adds up: who of the others has reported. */
  sentences: string[];
  buttons: Button[];
  /** The unit that adds up, or the office, is told that all is in, or that something came after its roll-up. */
  effects: ((tx: Db) => Promise<void>)[];
}

const REPORTS: readonly ReadingKind[] = ['report', 'no-change', 'claim-completion'];

/** What reports that were recorded mean for the roll-up of their task. */
export async function afterReport(context: RowContext, items: AppliedItem[]): Promise<AfterReport> {
  const after: AfterReport = { sentences: [], buttons: [], effects: [] };
  const reports = items.filter(({ outcome, reading }) => outcome === 'recorded' && REPORTS.includes(reading.kind));
  for (const { entityId, partId, planId } of reports.filter(({ entityId: id }) => taskIdOf(id) !== null)) {
    const talk = await context.talk(planId);
    const counted = await countReports(context.deps.prisma, entityId, talk.now);
    if (!counted || counted.rollUp.asked === 0) continue;
    const { state, rollUp } = counted;
    const compiles = rollUp.compilerId === partId;
    const key = compiles ? null : tellingKey(rollUp, partId);
    // Nearly always somebody is still missing, and there is nothing to say.
    if (compiles ? rollUp.reported.length === 0 : key === null) continue;
    const name = await unitNames(context.deps.prisma, state);
    const item = itemName(state.no, state.title, 24);
    const late = afterRollUp(rollUp, name, talk.locale);
    if (key === null) {
      if (rollUp.confirmed !== null && late === '') continue;
      const status = rollUpStatus(rollUp, name, talk.locale);
      after.sentences.push(
        talk.locale === 'en' ? `${item}: other units: ${status}.` : `${item} 其他承办单位${status}。`,
      );
      after.buttons.push(rollUpButton(state, rollUp, partId, talk));
      continue;
    }
    const said = (locale: Locale): string => tellingText(rollUp, name, item, locale);
    after.effects.push((tx) =>
      tell(tx, { state, rollUp, talk, key: `${state.entityId}/${rollUp.cycle}/${key}`, said }),
    );
  }
  return after;
}

/** What the compiling unit reads, in its own language. */
function tellingText(rollUp: RollUp, name: PartName, item: string, locale: Locale): string {
  const late = afterRollUp(rollUp, name, locale);
  const status = rollUpStatus(rollUp, name, locale);
  if (locale === 'en')
    return `${item}, ${cycleText(rollUp.cycle, 'en')}: ${late === '' ? `other units: ${status}; please add up and record` : `${late}; add up again if needed`}.`;
  return `${item}${cycleText(rollUp.cycle)}:${late === '' ? `其他承办单位${status},请汇总后登记` : `${late},如需更新,请重新汇总`}。`;
}

/** Once when the last one is in, and once a unit that comes after a confirmed roll-up. null: nothing to tell. */
function tellingKey({ confirmed, missing, reported }: RollUp, partId: string): string | null {
  if (confirmed === null) return missing.length === 0 ? 'all' : null;
  const isAfter = reported.some((part) => part.partId === partId && part.after !== null);
  return isAfter ? `${confirmed.n}/${partId}` : null;
}

export const rollUpButton = (
  { entityId }: Pick<SupervisedState, 'entityId'>,
  { cycle }: Pick<RollUp, 'cycle'>,
  partId: string,
  { locale }: Pick<PlanTalk, 'locale'>,
): Button => ({
  label: catalogueFor(locale).buttons.rollUp,
  act: { kind: 'roll-up', entityId, partId, duty: 'report', cycle },
});

interface Telling {
  state: SupervisedState;
  rollUp: RollUp;
  talk: PlanTalk;
  key: string;
  said: (locale: Locale) => string;
}

async function tell(tx: Db, { state, rollUp, talk, key, said }: Telling): Promise<void> {
  const part = state.parts.find(({ id }) => id === rollUp.compilerId);
  const planAt = new Date(talk.now);
  if (!part) {
    await putOfficeItem(tx, {
      planId: state.planId,
      key: `roll-up/${key}`,
      kind: 'roll-up',
      entityId: state.entityId,
      body: { words: said('zh'), no: state.no, title: state.title, cycle: rollUp.cycle },
      planAt,
    });
    return;
  }
  const taskId = taskIdOf(state.entityId) ?? '';
  const personId = liaisonFor(await liaisonsOf(tx, state.planId), part.unitId, taskId);
  const id = `roll-up/${key}/${personId ?? ''}`;
  // Two units may report at once: one of the rows tells.
  await lockChain(tx, id);
  // Told already; without a contact the next digest says it.
  if (personId === null || (await tx.delivery.findUnique({ where: { id }, select: { id: true } }))) return;
  const locale = await personLocale(tx, personId);
  await insertDelivery(tx, {
    id,
    planId: state.planId,
    clockId: talk.clockId,
    personId,
    // The sender chooses the channel.
    channel: 'web',
    planAt,
    status: 'queued',
    message: {
      klass: 'notice',
      heading: catalogueFor(locale).headings.rollUp,
      lines: [said(locale)],
      buttons: [rollUpButton(state, rollUp, part.id, { locale })],
      signature: talk.office,
    },
  });
}
