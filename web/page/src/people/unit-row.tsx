import { Button } from 'antd';
import type { People } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, rankWords, relationWords, unitKindWords, wordOr } from '../i18n/vocabulary.ts';
import { dateText, momentText } from '../i18n/dates.ts';
import { ManageContact } from './manage-contact.tsx';
import { manageWords } from './manage-words.ts';
import { MergeUnit } from './merge-unit.tsx';
import { OneTimeCode } from './one-time-code.tsx';
import { peopleWords } from './words.ts';

interface Props {
  planId: string;
  unit: People['units'][number];
  units: People['units'];
  /** Absent: whoever looks may not register contacts or merge units. */
  add?: () => void;
}

export function UnitRow({ planId, unit, units, add }: Props) {
  const managing = useWords(manageWords);
  const words = useWords(peopleWords);
  const kinds = useWords(unitKindWords);
  const relations = useWords(relationWords);
  const ranks = useWords(rankWords);
  const channels = useWords(channelWords);
  return (
    <tr>
      <th scope="row">
        {unit.name}
        {unit.mergedInto !== null && <span className="quiet"> {managing.merged(unit.mergedInto)}</span>}
      </th>
      <td data-label={words.kind}>{kinds[unit.kind]}</td>
      <td data-label={words.relation}>{wordOr(relations, unit.relation)}</td>
      <td>
        {unit.contacts.length === 0 ? (
          <span className="quiet">{words.none}</span>
        ) : (
          <ul className="contacts">
            {unit.contacts.map((contact) => (
              <li key={contact.personId}>
                <span>{contact.name}</span>
                <span className="quiet">{ranks[contact.rank]}</span>
                <span className={contact.channels.length === 0 ? 'chip chip-yellow' : 'chip chip-green'}>
                  {contact.channels.length === 0
                    ? words.notBound
                    : contact.channels.map((channel) => wordOr(channels, channel)).join('、')}
                </span>
                <OneTimeCode personId={contact.personId} name={contact.name} />
                <ManageContact planId={planId} unit={unit} contact={contact} />
                {contact.accounts.map(({ channel, name, boundAt, lastUsedAt, failed }) => (
                  <span key={`${channel}/${boundAt}`} className="quiet account">
                    {wordOr(channels, channel)}{' '}
                    {words.boundSince(
                      name ?? '',
                      momentText(boundAt),
                      lastUsedAt === null ? '' : momentText(lastUsedAt),
                    )}
                    {failed !== null && <span className="account-failed"> {words.failed(failed)}</span>}
                  </span>
                ))}
                {contact.away !== null && (
                  <span className="quiet away">
                    {managing.away(dateText(contact.away.until), contact.away.standIn)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="unit-add">
        {add && (
          <Button size="small" onClick={add} aria-label={`${words.add} ${unit.name}`}>
            {words.add}
          </Button>
        )}
        {add && unit.kind !== 'group' && unit.mergedInto === null && (
          <MergeUnit planId={planId} unit={unit} units={units} />
        )}
      </td>
    </tr>
  );
}
