import type { Today } from '../../../api.ts';
import { useWords } from '../i18n/language.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { todayWords } from './words.ts';

export function TodayHead({ today: { day } }: { today: Today }) {
  const words = useWords(todayWords);
  const windows = day.windows === '' ? '' : ` · ${words.window} ${day.windows}`;
  return (
    <PageHead>
      <span className="quiet">{`${day.text}${windows}${day.provisional ? ` ${words.provisional}` : ''}`}</span>
    </PageHead>
  );
}
