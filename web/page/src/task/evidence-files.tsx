import type { EvidenceView } from '../../../api.ts';
import { sizeText } from '../../../../domain/evidence/size-text.ts';
import { dayOf } from '../i18n/dates.ts';
import { useWords } from '../i18n/language.tsx';
import { taskWords } from './words.ts';

/** Files on record for one part: each with its size, who sent it and when, and the beginning of its hash. */
export function EvidenceFiles({ files }: { files: EvidenceView[] }) {
  const words = useWords(taskWords);
  if (files.length === 0) return null;
  return (
    <ul className="evidence" aria-label={words.evidence} data-testid="evidence">
      {files.map(({ id, name, size, by, at, sha256, preview }) => (
        <li key={id}>
          {preview && (
            <a href={`/api/evidence/${id}`} download>
              <img src={`/api/evidence/${id}/preview`} alt={name} loading="lazy" />
            </a>
          )}
          <span>
            <a href={`/api/evidence/${id}`} download>
              {name}
            </a>
            <span className="quiet" title={`SHA-256 ${sha256}`}>
              {sizeText(size)} · {by} {dayOf(at)} · {words.hash} {sha256.slice(0, 8)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
