import { itemLabel } from '../../../domain/chat/item-label.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { afterRollUp, rollUpStatus } from '../../../domain/chat/roll-up-text.ts';
import type { Db } from '../../../prisma/client.ts';
import { titleOf, type PersonPart } from '../../directory/person-parts.ts';
import { loadRollUp } from '../../roll-up/load-roll-up.ts';
import type { PlanTalk } from '../types.ts';
import { rollUpButton } from './after-report.ts';
import { taskIdOf } from '../../../domain/task-entity.ts';

const NOTHING = { status: '', button: null };

/** What the list of one's own tasks says of a part that adds the others up, with the button for it. */
export async function rollUpOfPart(
  db: Db,
  part: PersonPart,
  talk: PlanTalk,
): Promise<{ status: string; button: Button | null }> {
  if (taskIdOf(part.entityId) === null || part.part['role'] !== 'lead') return NOTHING;
  const loaded = await loadRollUp(db, part.entityId, talk.now);
  const { rollUp, name, state } = loaded ?? {};
  if (!rollUp || !name || !state || rollUp.compilerId !== part.part.id || rollUp.asked === 0) return NOTHING;
  const { locale } = talk;
  const english = locale === 'en';
  const after = afterRollUp(rollUp, name, locale);
  const ended = after === '' ? (english ? 'added up' : '已汇总') : after;
  const done = rollUp.confirmed === null ? '' : english ? `, ${ended}` : `,${ended}`;
  const status = rollUpStatus(rollUp, name, locale);
  const isOffered = rollUp.reported.length > 0 && (rollUp.confirmed === null || after !== '');
  const button = rollUpButton(state, rollUp, part.part.id, talk);
  return {
    status: english ? ` (other units: ${status}${done})` : ` 其他承办单位${status}${done}`,
    button: isOffered
      ? { ...button, label: `${english ? 'Add up' : '汇总'} ${itemLabel(part.no, titleOf(part), locale)}` }
      : null,
  };
}
