import type { LanguageWords } from './zh-language.ts';

export const enLanguage: LanguageWords = {
  names: { zh: '中文', en: 'English' },
  which: 'Choose the language of the interface (tasks and reports stay as they were written):',
  set: 'The interface is in English from now on; tasks and reports stay as they were written.',
  setFor: (person) => `The interface is in English for ${person} from now on.`,
};
