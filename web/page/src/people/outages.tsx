import { Alert } from 'antd';
import type { Undelivered } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { channelWords, wordOr } from '../i18n/vocabulary.ts';
import { undeliveredWords } from './undelivered-words.ts';

/** Channels that take nothing at the moment: one line each, with the provider's own word. */
export function Outages({ outages }: { outages: Undelivered['outages'] }) {
  const words = useWords(undeliveredWords);
  const channels = useWords(channelWords);
  return outages.map(({ channel, reason, sinceLocal }) => (
    <Alert
      key={`${channel}${sinceLocal}`}
      type="warning"
      showIcon
      data-testid="outage"
      title={words.outage(wordOr(channels, channel), sinceLocal)}
      description={`${words.outageMeans} ${words.providerSays(reason)}`}
    />
  ));
}
