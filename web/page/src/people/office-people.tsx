import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { People } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, wordOr } from '../i18n/vocabulary.ts';
import { AddOfficePerson } from './add-office-person.tsx';
import { officeWords } from './office-words.ts';
import { OneTimeCode } from './one-time-code.tsx';
import { peopleWords } from './words.ts';

/** Who coordinates the plan, leads it, or only reads it: the chat of the office and the brief's way to the leaders. */
export function OfficePeople({ planId, office }: { planId: string; office: People['office'] }) {
  const words = useWords(officeWords);
  const common = useWords(peopleWords);
  const channels = useWords(channelWords);
  const [adding, setAdding] = useState(false);
  const act = useAct();
  const dismiss = (personId: string) =>
    act.mutate({ path: `/plans/${planId}/office/${encodeURIComponent(personId)}/dismiss`, body: {} });
  return (
    <section className="panel office-people" data-testid="office-people" aria-labelledby="office-people">
      <header>
        <h2 id="office-people">{words.title}</h2>
        <Button size="small" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </header>
      {office.length === 0 ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <ul className="contacts office-contacts">
          {office.map(({ personId, name, roles, channels: on }) => (
            <li key={personId}>
              <span>{name}</span>
              <span className="quiet">{roles.map((role) => words[role]).join('、')}</span>
              <span className={on.length === 0 ? 'chip chip-yellow' : 'chip chip-green'}>
                {on.length === 0 ? common.notBound : on.map((channel) => wordOr(channels, channel)).join('、')}
              </span>
              <OneTimeCode personId={personId} name={name} />
              <Popconfirm
                title={words.dismissSure(name)}
                okText={words.dismiss}
                okButtonProps={{ danger: true }}
                cancelText={common.cancel}
                onConfirm={() => dismiss(personId)}
              >
                <Button size="small" type="link" aria-label={`${words.dismiss} ${name}`}>
                  {words.dismiss}
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
      <AddOfficePerson planId={planId} open={adding} close={() => setAdding(false)} />
    </section>
  );
}
