import { useWords } from '../i18n/language.tsx';
import { QrCode } from './qr-code.tsx';
import { peopleWords } from './words.ts';

/** Addresses that mean the machine on which they are opened: no telephone reaches them. */
const LOOPBACK = /^(localhost|127\.[\d.]+|\[::1\])$/;

/**
 * Where a person without any chat types the code, or has a telephone read it. Told, never a link: opened here it would
 * sign whoever shows it in as that person.
 */
export function WebWay({ code, name }: { code: string; name: string }) {
  const words = useWords(peopleWords);
  const { origin, hostname } = location;
  return (
    <div className="code-link">
      <span data-testid="web-way">{words.openWeb(`${origin}/inbox`)}</span>
      {!LOOPBACK.test(hostname) && (
        <QrCode text={`${origin}/inbox?code=${encodeURIComponent(code)}`} label={words.scanWeb(name)} />
      )}
    </div>
  );
}
