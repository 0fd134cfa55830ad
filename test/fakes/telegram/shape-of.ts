/** A value's shape: the types of its leaves by path; of a list, the first element's. */
export function shapeOf(value: unknown, at = ''): Record<string, string> {
  if (Array.isArray(value)) return value.length === 0 ? { [at]: 'list' } : shapeOf(value[0], `${at}[]`);
  if (typeof value !== 'object' || value === null) return { [at]: value === null ? 'null' : typeof value };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => shapeOf(inner, at === '' ? key : `${at}.${key}`)),
  ) as Record<string, string>;
}
