import { sizeText } from '../../../../domain/evidence/size-text.ts';
import { useWords } from '../i18n/language.tsx';
import type { Attached } from './use-attached.ts';
import { inboxWords } from './words.ts';

/** What goes with the reply: names, sizes, how far each is, and a way to take it off again. */
export function AttachedFiles({ files }: { files: Attached }) {
  const words = useWords(inboxWords);
  const { attached, uploading } = files;
  if (attached.length + uploading.length === 0) return null;
  return (
    <ul className="attached" data-testid="attached" aria-label={words.attached}>
      {attached.map(({ id, name, size }) => (
        <li key={id}>
          <span className="attached-name">{name}</span> <span className="quiet">{sizeText(size)}</span>
          <button type="button" aria-label={words.takeOff(name)} onClick={() => files.remove(id)}>
            ×
          </button>
        </li>
      ))}
      {uploading.map((one) => (
        <li key={one.key} data-failed={one.failed !== null}>
          <span className="attached-name">{one.name}</span>
          {one.failed === null ? (
            <progress max={1} value={one.share} aria-label={words.uploading(one.name)} />
          ) : (
            <button type="button" className="link-button" onClick={() => files.again(one)}>
              {words.again}
            </button>
          )}
          <button type="button" aria-label={words.takeOff(one.name)} onClick={() => files.drop(one.key)}>
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
