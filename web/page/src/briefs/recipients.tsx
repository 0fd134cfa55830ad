import type { BriefView } from '../../../api.ts';
import { catalogue, useWords } from '../i18n/language.tsx';
import { channelWords, wordOr } from '../i18n/vocabulary.ts';

const deliveryWords = catalogue(
  { queued: '待发', sending: '发送中', sent: '已送达', failed: '未送达', ambiguous: '是否送达不明' },
  { queued: 'queued', sending: 'sending', sent: 'delivered', failed: 'not delivered', ambiguous: 'delivery unknown' },
);

const TONES: Record<string, string> = { sent: 'green', failed: 'red', ambiguous: 'yellow' };

/** Who gets a brief, by which channel, and how far it has come. */
export function Recipients({ recipients }: { recipients: BriefView['recipients'] }) {
  const channels = useWords(channelWords);
  const deliveries = useWords(deliveryWords);
  return (
    <ul className="recipients" data-testid="recipients">
      {recipients.map(({ name, channel, status }) => (
        <li key={`${name}${channel}`}>
          {name} <span className="quiet">{wordOr(channels, channel)}</span>{' '}
          {status !== null && (
            <span className={`chip chip-${TONES[status] ?? 'grey'}`}>{wordOr(deliveries, status)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
