const SPACE = /[ \t\r\n]*/y;
const SCALAR =
  /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Reads one value from `at`; returns where it ends, or throws the offset at which the text stops being JSON. */
function readValue(text: string, from: number): number {
  const at = skip(text, from, SPACE);
  const close = text[at] === '{' ? '}' : text[at] === '[' ? ']' : null;
  if (close === null) {
    const end = skip(text, at, SCALAR);
    if (end === at) throw at;
    return skip(text, end, SPACE);
  }
  let here = skip(text, at + 1, SPACE);
  if (text[here] === close) return skip(text, here + 1, SPACE);
  for (;;) {
    if (close === '}') {
      if (text[here] !== '"') throw here;
      here = readValue(text, here);
      if (text[here] !== ':') throw here;
      here += 1;
    }
    here = readValue(text, here);
    if (text[here] === close) return skip(text, here + 1, SPACE);
    if (text[here] !== ',') throw here;
    here = skip(text, here + 1, SPACE);
  }
}

/**
 * Where a text stops being JSON, as line and column from 1; `end` where it stops too early; null where it is
 * JSON. `JSON.parse` refuses too, but browsers no longer say where.
 */
export function jsonProblem(text: string): { line: number; column: number } | 'end' | null {
  try {
    const end = readValue(text, 0);
    if (end < text.length) throw end;
    return null;
  } catch (offset) {
    if (typeof offset !== 'number') throw offset;
    if (offset >= text.length) return 'end';
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
