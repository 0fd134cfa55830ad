import { cutWords } from '../../domain/supervision/cut-words.ts';
import type { Db } from '../../prisma/client.ts';
import { putOfficeItem } from '../../prisma/office-items.ts';
import { titleOf, type PersonPart } from '../directory/person-parts.ts';
import type { RowContext } from './types.ts';

export type OfficeKind = 'dispute' | 'coordination' | 'change-contact';

/** Which buttons put something on the office's list. */
export function officeKind(kind: string): OfficeKind | null {
  if (kind === 'dispute' || kind === 'change-contact') return kind;
  return kind === 'coordination' ? 'coordination' : null;
}

/** One open item a part and kind; later words take the place of the button's. */
export function officeEffect(
  context: RowContext,
  kind: OfficeKind,
  target: PersonPart,
  words: string,
): (tx: Db) => Promise<void> {
  const { row, person } = context;
  return (tx) =>
    putOfficeItem(tx, {
      planId: target.planId,
      key: `${kind}/${target.entityId}/${target.part.id}`,
      kind,
      entityId: target.entityId,
      partId: target.part.id,
      unitId: target.part.unitId,
      body: {
        words: cutWords(words, 2_000),
        personId: person.id,
        person: person.name,
        unit: target.unit,
        no: target.no,
        title: titleOf(target),
        inboxId: row.id,
      },
      planAt: row.planAt,
    });
}
