import type { PhaseStripItem } from '../../../api.ts';
import { spanText } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { phaseWords } from './words.ts';
import './phases.css';

interface Props {
  phases: PhaseStripItem[];
  /** Opens the dry run; null where the viewer may not. */
  open: (() => void) | null;
}

/** The phases side by side, widths by length (within reason), with the share of working days gone. */
export function PhaseStrip({ phases, open }: Props) {
  const words = useWords(phaseWords);
  const days = phases.map(({ start, end }) => Math.max(1, (Date.parse(end) - Date.parse(start)) / 86_400_000));
  const longest = Math.max(...days, 1);
  const columns = days.map((length) => `minmax(0, ${(1 + (2 * length) / longest).toFixed(2)}fr)`).join(' ');
  return (
    <div className="phase-strip" style={{ '--phase-columns': columns } as React.CSSProperties}>
      {phases.map((phase) => (
        <button
          key={`${phase.kind} ${phase.start}`}
          type="button"
          className="phase"
          data-status={phase.status}
          data-testid={`phase-${phase.kind}`}
          disabled={open === null}
          title={open === null ? undefined : words.open}
          onClick={() => open?.()}
        >
          <span>
            <strong>{phase.name}</strong>{' '}
            <span className="quiet">
              {[words[phase.status], phase.proposed ? words.proposed : '', phase.note]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </span>
          <span className="quiet">{spanText(phase.start, phase.end)}</span>
          <i aria-hidden="true">
            <i style={{ width: `${Math.round(phase.elapsed * 100)}%` }} />
          </i>
        </button>
      ))}
    </div>
  );
}
