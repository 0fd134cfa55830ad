/**
 * Every match of a global pattern that can't match nothing. `matchAll` copies its pattern on each call, which for one
 * of thousands of characters costs more than the search of a short text.
 */
export function matchesOf(form: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(text); match; match = form.exec(text)) found.push(match);
  return found;
}

/**
 * The same for a sticky pattern, tried only where `first`, a global pattern of one character, says that a match may
 * begin: most characters begin none, and to see that with the whole pattern is slow.
 */
export function matchesWhere(first: RegExp, form: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  first.lastIndex = 0;
  for (let begin = first.exec(text); begin; begin = first.exec(text)) {
    form.lastIndex = begin.index;
    const match = form.exec(text);
    if (!match) continue;
    found.push(match);
    first.lastIndex = form.lastIndex;
  }
  return found;
}
