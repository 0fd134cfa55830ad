/** A sentence of our own and the targets that a person reads in it, as `name comparator value[..max]unit`. */
export type Sentence = [text: string, ...targets: string[]];
