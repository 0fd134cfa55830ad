/** What comes this often is worth a plan that is kept. */
const TIMES = 3;
/** Kept by each connection. */
const NAMES_MAX = 300;
/** Lists of any length make ever new statements: those that came seldom are forgotten. */
const COUNTED_MAX = 2_000;

/**
 * Names for statements that come again and again, so that PostgreSQL reads and plans each once a connection; the plan
 * of a long one costs more than its work. Undefined: not named. A name is no other statement's as long as this lives.
 */
export function statementNames(): (query: { sql: string }) => string | undefined {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= NAMES_MAX) return known;
    const times = (counts.get(sql) ?? 0) + 1;
    if (times < TIMES) {
      if (counts.size >= COUNTED_MAX) counts.clear();
      counts.set(sql, times);
      return undefined;
    }
    counts.delete(sql);
    const name = `duban-${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
