/** A shorter title may be a word of the report. */
const SHORTEST = 4;
const OPENS = /[“”"《「]$/;
const CLOSES = /^[“”"》」]/;

/**
 * A clause without the task's whole title in quotation marks: that names the task and says nothing of how it stands.
 * `before`: the sign before the clause. Places stay.
 */
export function withoutTitle(body: string, title: string, before: string): string {
  const at = title.length < SHORTEST ? -1 : body.indexOf(title);
  if (at < 0) return body;
  const end = at + title.length;
  const isQuoted = OPENS.test(at === 0 ? before : body.slice(0, at)) || CLOSES.test(body.slice(end));
  return isQuoted ? body.slice(0, at) + ' '.repeat(title.length) + body.slice(end).replace(CLOSES, ' ') : body;
}
