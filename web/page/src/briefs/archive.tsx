import { Select } from 'antd';
import type { BriefRow } from '../../../api.ts';
import { longMomentText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { go, hrefOf } from '../shell/route.ts';
import { useMedia, WIDE } from '../shell/use-media.ts';
import { briefWords } from './words.ts';

export function StatusChip({ status }: { status: BriefRow['status'] }) {
  const words = useWords(briefWords);
  return <span className={`chip chip-${status === 'draft' ? 'yellow' : 'green'}`}>{words[status]}</span>;
}

function ArchiveLine({ brief, current }: { brief: BriefRow; current: boolean }) {
  const words = useWords(briefWords);
  const { overdue, behind, dueSoon } = brief.counts;
  const counts = [
    overdue > 0 && words.overdue(overdue),
    behind > 0 && words.behind(behind),
    dueSoon > 0 && words.dueSoon(dueSoon),
  ].filter((part) => part !== false);
  return (
    <li>
      <a href={hrefOf('briefs', brief.id)} aria-current={current ? 'true' : undefined}>
        <span className="archive-no">
          <strong>{words.issue(brief.no)}</strong>
          <StatusChip status={brief.status} />
        </span>
        <span className="quiet">{words.asOf(longMomentText(brief.cutoff))}</span>
        {counts.length > 0 && <span className="quiet">{counts.join(' · ')}</span>}
      </a>
    </li>
  );
}

/** All briefs of the plan beside the one that is read; a choice above it where there is no room. */
export function Archive({ briefs, current }: { briefs: BriefRow[]; current: string }) {
  const words = useWords(briefWords);
  const wide = useMedia(WIDE);
  if (!wide)
    return (
      <Select
        className="archive-select"
        data-testid="archive"
        aria-label={words.chooseBrief}
        value={current}
        onChange={(id) => go('briefs', id)}
        options={briefs.map(({ id, no, cutoff, status }) => ({
          value: id,
          label: `${words.issue(no)} · ${words[status]} · ${words.asOf(longMomentText(cutoff))}`,
        }))}
      />
    );
  return (
    <nav className="panel archive" data-testid="archive" aria-label={words.archive}>
      <h2>{words.archive}</h2>
      <ol>
        {briefs.map((brief) => (
          <ArchiveLine key={brief.id} brief={brief} current={brief.id === current} />
        ))}
      </ol>
    </nav>
  );
}
