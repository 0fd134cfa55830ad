import { Button } from 'antd';
import type { People } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, rankWords, relationWords, unitKindWords, wordOr } from '../i18n/vocabulary.ts';
import { OneTimeCode } from './one-time-code.tsx';
import { peopleWords } from './words.ts';

export function UnitRow({ unit, add }: { unit: People['units'][number]; add: () => void }) {
  const words = useWords(peopleWords);
  const kinds = useWords(unitKindWords);
  const relations = useWords(relationWords);
  const ranks = useWords(rankWords);
  const channels = useWords(channelWords);
  return (
    <tr>
      <th scope="row">{unit.name}</th>
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
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="unit-add">
        <Button size="small" onClick={add} aria-label={`${words.add} ${unit.name}`}>
          {words.add}
        </Button>
      </td>
    </tr>
  );
}
