import type { Context } from 'hono';
import type { Locale } from '../../domain/chat/catalogue/index.ts';

/** In which the page speaks that asks; absent where something else asks. */
export function pageLanguage(c: Context): Locale | undefined {
  const asked = c.req.header('x-duban-language');
  return asked === 'en' || asked === 'zh' ? asked : undefined;
}
