import { Segmented } from 'antd';
import { useOwnLanguage } from './use-own-language.ts';
import { useWords } from '../i18n/language.tsx';
import type { Language } from '../i18n/language.tsx';
import { shellWords } from './words.ts';

export function LanguageSwitch() {
  const { language, choose } = useOwnLanguage();
  const words = useWords(shellWords);
  return (
    <Segmented<Language>
      aria-label={words.language}
      size="small"
      value={language}
      onChange={choose}
      options={[
        { value: 'zh', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
