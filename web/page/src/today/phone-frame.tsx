import type { Today } from '../../../api.ts';
import { useEffect } from 'react';
import { useInbox, usePeople } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Inbox } from '../inbox/inbox.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { hrefOf } from '../shell/route.ts';
import type { ViewerRole } from '../shell/viewer.ts';
import { liaisonOf } from './liaison-of.ts';
import { SelectedPart } from './selected-part.tsx';
import { isSelected, select, useSelection } from './selection.ts';
import { todayWords } from './words.ts';

/** The selected unit's liaison, with that person's real inbox; a demo's viewer may answer in it. */
export function PhoneFrame({ today, role }: { today: Today; role: ViewerRole }) {
  const words = useWords(todayWords);
  const selection = useSelection();
  const people = usePeople(today.plan.id);
  const row = today.board.find(({ taskId }) => taskId === selection.taskId);
  const cell = row?.cells.find((candidate) => isSelected(selection, row, candidate));
  const unit = today.units.find(({ id }) => id === cell?.unitId);
  const personId = cell === undefined ? null : (cell.contactId ?? liaisonOf(people.data, cell.unitId));
  const inbox = useInbox(personId, personId !== null);
  useEffect(() => select({ personId }), [personId]);

  if (row === undefined || cell === undefined || unit === undefined) {
    return (
      <div className="phone-column">
        <div className="phone" data-testid="phone">
          <Nothing text={words.choose} />
        </div>
      </div>
    );
  }
  return (
    <div className="phone-column">
      <SelectedPart row={row} cell={cell} unit={unit} mayNudge={role === 'coordinator'} />
      <div className="phone" data-testid="phone">
        {personId === null && !people.isPending ? (
          <Nothing text={words.noContact(unit.name)}>
            {role === 'coordinator' && <a href={hrefOf('people')}>{words.addContact}</a>}
          </Nothing>
        ) : inbox.data !== undefined ? (
          <Inbox key={personId} view={inbox.data} personId={personId} />
        ) : inbox.error !== null ? (
          <Failed error={inbox.error} again={() => void inbox.refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </div>
  );
}
