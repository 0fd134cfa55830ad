import { Drawer } from 'antd';
import { useChain } from '../api/queries.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { Failed, Loading, Nothing } from '../shell/loading.tsx';
import { taskWords } from './words.ts';

interface Props {
  planId: string;
  taskId: string;
  seq: number | null;
  close: () => void;
}

/** The event behind a sentence, as it stands in the chain. */
export function ChainDrawer({ planId, taskId, seq, close }: Props) {
  const words = useWords(taskWords);
  const chain = useChain(planId, taskId, seq !== null);
  const event = chain.data?.find((candidate) => candidate.seq === seq);
  const rows: [string, string][] =
    event === undefined
      ? []
      : [
          [words.chainKind, event.kind],
          [
            words.chainActor,
            event.actor.onBehalfOf === undefined ? event.actor.name : `${event.actor.name}(${event.actor.onBehalfOf})`,
          ],
          [words.chainVia, event.via],
          [words.chainAt, longMomentText(event.planAt)],
          [words.chainRecorded, longMomentText(event.recordedAt)],
          [words.chainHash, event.hash],
          [words.chainPrev, event.prevHash],
        ];
  return (
    <Drawer title={words.sourceTitle(seq ?? 0)} open={seq !== null} onClose={close} size={520}>
      {event !== undefined ? (
        <>
          <dl className="chain">
            {rows.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <h3>{words.chainBody}</h3>
          <pre className="chain-body">{JSON.stringify(event.body, null, 2)}</pre>
        </>
      ) : chain.error !== null ? (
        <Failed error={chain.error} />
      ) : chain.isPending ? (
        <Loading />
      ) : (
        <Nothing text={words.chainMissing} />
      )}
    </Drawer>
  );
}
