import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { useStored } from '../api/stored.ts';

export type Language = 'zh' | 'en';

type Entry = string | ((...values: never[]) => string);
type Widened<T> = { [K in keyof T]: T[K] extends string ? string : T[K] };

export interface Catalogue<T> {
  zh: Widened<T>;
  en: Widened<T>;
}

/** Labels of one part of the interface in both languages; the compiler wants every key in each. */
export function catalogue<T extends Record<string, Entry>>(zh: T, en: Widened<T>): Catalogue<T> {
  return { zh: zh as Widened<T>, en };
}

const LanguageContext = createContext<{ language: Language; choose: (language: Language) => void }>({
  language: 'zh',
  choose: () => undefined,
});

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [stored, store] = useStored('language');
  const language: Language = stored === 'en' ? 'en' : 'zh';
  return <LanguageContext value={{ language, choose: store }}>{children}</LanguageContext>;
}

export function useLanguage() {
  return useContext(LanguageContext);
}

export function useWords<T>(words: Catalogue<T>): Widened<T> {
  return words[useLanguage().language];
}
