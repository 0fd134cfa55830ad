import { Button, Popconfirm } from 'antd';
import type { AmendmentRow } from '../../../api.ts';
import { useAct } from '../api/use-act.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { groupedChanges } from './change-groups.ts';
import { ChangeRow } from './change-row.tsx';
import { amendmentWords } from './words.ts';

interface Props {
  planId: string;
  amendment: AmendmentRow;
  canAmend: boolean;
}

/** One version laid beside the plan: its changes by what they touch. */
export function AmendmentPanel({ planId, amendment, canAmend }: Props) {
  const words = useWords(amendmentWords);
  const act = useAct();
  const { no, status, source, createdBy, createdAt, counts, changes } = amendment;
  const canDecide = canAmend && status === 'open';
  const certain = changes.filter((change) => change.status === 'open' && !change.doubtful).length;
  return (
    <section className="panel" data-testid={`amendment-${no}`}>
      <div className="row amendment-head">
        <h2>{words.number(no)}</h2>
        <span className="quiet">
          {[source === null ? null : words.source(source), words.by(createdBy, longMomentText(createdAt))]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        {status === 'replaced' && <span className="chip chip-grey">{words.replaced}</span>}
        <span className="grow" />
        <span data-testid="amendment-counts">{words.counts(counts.open, counts.accepted, counts.declined)}</span>
        {canDecide && certain > 0 && (
          <Popconfirm
            title={words.acceptAllTitle(certain)}
            description={words.acceptAllHint}
            okText={words.acceptAll}
            cancelText={words.cancel}
            onConfirm={() => act.mutate({ path: `/plans/${planId}/amendments/accept-all` })}
          >
            <Button data-testid="accept-all" loading={act.isPending}>
              {words.acceptAll}
            </Button>
          </Popconfirm>
        )}
      </div>
      <table className="facts facts-cards amendment-changes">
        <thead>
          <tr>
            {[words.change, words.was, words.now, words.decision].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groupedChanges(changes).map(([group, list]) => (
          <tbody key={group}>
            <tr className="amendment-group">
              <th colSpan={4} scope="rowgroup">
                {words[group]} <span className="quiet">{list.length}</span>
              </th>
            </tr>
            {list.map((change) => (
              <ChangeRow key={change.id} planId={planId} change={change} canDecide={canDecide} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
