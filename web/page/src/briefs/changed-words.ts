export interface ChangedWords {
  before: string;
  was: string;
  is: string;
  after: string;
}

/** What differs between two wordings: everything between their common beginning and their common end. */
export function changedWords(old: string, now: string): ChangedWords {
  const [from, to] = [[...old], [...now]];
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < from.length - head && tail < to.length - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  return {
    before: from.slice(0, head).join(''),
    was: from.slice(head, from.length - tail).join(''),
    is: to.slice(head, to.length - tail).join(''),
    after: from.slice(from.length - tail).join(''),
  };
}
