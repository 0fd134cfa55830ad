import { en } from './en.ts';
import type { Catalogue } from './types.ts';
import { zh } from './zh.ts';

export type Locale = 'zh' | 'en';

export const catalogueFor = (locale: Locale = 'zh'): Catalogue => (locale === 'en' ? en : zh);
