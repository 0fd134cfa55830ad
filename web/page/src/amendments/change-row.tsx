import { Button, Select } from 'antd';
import type { AmendmentChangeRow } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { hrefOf } from '../shell/route.ts';
import { amendmentWords } from './words.ts';

const TONES = { open: 'yellow', accepted: 'green', declined: 'grey' } as const;
const NONE = -1;

interface Props {
  planId: string;
  change: AmendmentChangeRow;
  /** The newest amendment, and this viewer may decide. */
  canDecide: boolean;
}

/** One change: what it says, old beside new, and what became of it. */
export function ChangeRow({ planId, change, canDecide }: Props) {
  const words = useWords(amendmentWords);
  const act = useAct();
  const { id, sentence, was, now, status, doubtful, pair, taskId, carried, decidedBy, decidedAt } = change;
  const decide = (what: 'accept' | 'decline') =>
    act.mutate({ path: `/plans/${planId}/amendments/${what}`, body: { changeId: id } });
  return (
    <tr data-change={id}>
      <th scope="row">
        {doubtful && <span className="chip chip-yellow">{words.doubtful}</span>} {sentence}
        {doubtful && status === 'open' && pair !== null && canDecide && <PairChoice planId={planId} pair={pair} />}
        {taskId !== null && (status === 'accepted' || change.kind !== 'task-added') && (
          <a className="change-task" href={hrefOf('task', taskId)}>
            {words.task}
          </a>
        )}
      </th>
      <td data-label={words.was}>{was === null ? <span className="quiet">{words.nothing}</span> : <del>{was}</del>}</td>
      <td data-label={words.now}>{now === null ? <span className="quiet">{words.nothing}</span> : <ins>{now}</ins>}</td>
      <td data-label={words.decision}>
        {status !== 'open' && <span className={`chip chip-${TONES[status]}`}>{words[status]}</span>}
        {status === 'accepted' && !carried && <span className="chip chip-yellow">{words.carrying}</span>}
        {decidedBy !== null && decidedAt !== null && (
          <span className="quiet change-by">
            {decidedBy} {longMomentText(decidedAt)}
          </span>
        )}
        {canDecide && status !== 'accepted' && (
          <span className="row change-acts">
            <Button
              size="small"
              type="primary"
              data-testid={`accept-${id}`}
              loading={act.isPending && act.variables.path.endsWith('/accept')}
              disabled={act.isPending}
              onClick={() => decide('accept')}
            >
              {words.accept}
            </Button>
            {status === 'open' && (
              <Button
                size="small"
                data-testid={`decline-${id}`}
                loading={act.isPending && act.variables.path.endsWith('/decline')}
                disabled={act.isPending}
                onClick={() => decide('decline')}
              >
                {words.decline}
              </Button>
            )}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Which task of the new version the old one is: a person says so where it can't be told. */
function PairChoice({ planId, pair }: { planId: string; pair: NonNullable<AmendmentChangeRow['pair']> }) {
  const words = useWords(amendmentWords);
  const act = useAct();
  const options = [
    { value: pair.now, label: pair.nowTitle },
    ...pair.candidates.map(({ now, title }) => ({ value: now, label: title })),
    { value: NONE, label: words.noTask },
  ];
  const choose = (now: number) =>
    act.mutate({ path: `/plans/${planId}/amendments/match`, body: { old: pair.old, now: now === NONE ? null : now } });
  return (
    <label className="change-pair">
      <span className="quiet">{words.sameTask(pair.oldTitle)}</span>
      <Select
        size="small"
        value={pair.now}
        options={options}
        onChange={choose}
        loading={act.isPending}
        popupMatchSelectWidth={false}
      />
    </label>
  );
}
