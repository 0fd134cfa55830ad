/** At most `max` UTF-16 units and never half a character: PostgreSQL's jsonb refuses a lone surrogate, and the flush with it. */
export const cutWords = (text: string, max: number): string => text.slice(0, max).replace(/[\uD800-\uDBFF]$/, '');
