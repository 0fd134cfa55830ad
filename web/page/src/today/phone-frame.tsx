import type { BoardRow, Cell, Today } from '../../../api.ts';
import { useEffect } from 'react';
import { useInbox, usePeople } from '../api/queries.ts';
import { useWords } from '../i18n/language.tsx';
import { Inbox } from '../inbox/inbox.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { hrefOf } from '../shell/route.ts';
import type { ViewerRole } from '../shell/viewer.ts';
import { liaisonOf } from './liaison-of.ts';
import { PartReplies } from './part-replies.tsx';
import { SelectedPart } from './selected-part.tsx';
import { isSelected, select, useSelection } from './selection.ts';
import { todayWords } from './words.ts';

interface Chosen {
  row: BoardRow;
  cell: Cell;
  unit: Today['units'][number];
}

function chosenOn(today: Today, selection: ReturnType<typeof useSelection>): Chosen | null {
  const row = today.board.find(({ taskId }) => taskId === selection.taskId);
  const cell = row?.cells.find((candidate) => isSelected(selection, row, candidate));
  const unit = today.units.find(({ id }) => id === cell?.unitId);
  return row === undefined || cell === undefined || unit === undefined ? null : { row, cell, unit };
}

/** The inbox of the chosen unit's liaison; a demo's viewer may answer in it. */
function Phone({ planId, cell, unit }: Chosen & { planId: string }) {
  const words = useWords(todayWords);
  const people = usePeople(planId);
  const personId = cell.contactId ?? liaisonOf(people.data, cell.unitId);
  const inbox = useInbox(personId, personId !== null);
  useEffect(() => select({ personId }), [personId]);
  return (
    <div className="phone" data-testid="phone">
      {personId === null && !people.isPending ? (
        <Nothing text={words.noContact(unit.name)}>
          <a href={hrefOf('people')}>{words.addContact}</a>
        </Nothing>
      ) : inbox.data !== undefined ? (
        <Inbox key={personId} view={inbox.data} personId={personId} />
      ) : inbox.error !== null ? (
        <Failed error={inbox.error} again={() => void inbox.refetch()} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

/** What stands beside the board for the chosen cell: the office sees the liaison's inbox, leaders what the unit said. */
export function PhoneFrame({ today, role }: { today: Today; role: ViewerRole }) {
  const words = useWords(todayWords);
  const chosen = chosenOn(today, useSelection());
  const office = role === 'coordinator';
  if (chosen === null)
    return (
      <div className="phone-column">
        <div className="phone" data-testid="phone">
          <Nothing text={words.choose} />
        </div>
      </div>
    );
  return (
    <div className="phone-column">
      <SelectedPart {...chosen} mayNudge={office} />
      {office ? (
        <Phone {...chosen} planId={today.plan.id} />
      ) : (
        <PartReplies taskId={chosen.row.taskId} unit={chosen.unit.name} />
      )}
    </div>
  );
}
