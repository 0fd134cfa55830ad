import { Button } from 'antd';
import type { UndeliveredRow as Row } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, wordOr } from '../i18n/vocabulary.ts';
import { hrefOf } from '../shell/route.ts';
import { undeliveredWords } from './undelivered-words.ts';

/** Told apart by word and sign, colour only helps. */
const SIGNS: Record<Row['state'], { sign: string; tone: string }> = {
  failed: { sign: '✕', tone: 'red' },
  ambiguous: { sign: '?', tone: 'yellow' },
  undeliverable: { sign: '○', tone: 'grey' },
};

export function UndeliveredRow({ row, planId }: { row: Row; planId: string }) {
  const words = useWords(undeliveredWords);
  const channels = useWords(channelWords);
  const { sign, tone } = SIGNS[row.state];
  return (
    <tr data-state={row.state}>
      <td className="short">{row.localAt}</td>
      <td data-empty={row.unit === null}>{row.unit}</td>
      <td className="short">{row.person ?? <span className="quiet">{words.nobody}</span>}</td>
      <td data-empty={row.channel === null} className="short">
        {row.channel !== null && wordOr(channels, row.channel)}
      </td>
      <td>
        <span className={`chip chip-${tone}`}>
          <span aria-hidden="true">{sign}</span> {words[row.state]}
        </span>
      </td>
      <td data-label={words.what}>{row.what}</td>
      <td data-label={words.reason}>
        {row.reason}
        {row.state === 'undeliverable' && (
          <>
            {' '}
            <a className="short" href={hrefOf('people', planId)}>
              {words.bind}
            </a>
          </>
        )}
        {row.state !== 'undeliverable' && <Resend id={row.id} to={[row.unit, row.person].filter(Boolean).join('')} />}
      </td>
    </tr>
  );
}

/** What may have arrived is not sent again unmarked: the server asks, marks or refuses. */
function Resend({ id, to }: { id: string; to: string }) {
  const words = useWords(undeliveredWords);
  const act = useAct();
  const by = (way: 'again' | 'other') => () => act.mutate({ path: `/deliveries/${id}/resend`, body: { by: way } });
  return (
    <span className="resend">
      <Button size="small" disabled={act.isPending} onClick={by('again')} aria-label={`${words.again} ${to}`}>
        {words.again}
      </Button>
      <Button size="small" disabled={act.isPending} onClick={by('other')} aria-label={`${words.other} ${to}`}>
        {words.other}
      </Button>
    </span>
  );
}
