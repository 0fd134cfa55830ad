const FROM = '，；：！？（）％－～—–−∶〜﹪．〇○０１２３４５６７８９';
const TO = ',;:!?()%-~---:~%.零零0123456789';

const FOLDED = new Map([...FROM].map((character, at) => [character, TO[at] ?? character]));

/**
 * Full-width digits and signs as plain ones and every dash as a hyphen, one character for one, so that a place in
 * the result is the same place in the text. Circles that stand for zero become 零.
 */
export function foldWidth(text: string): string {
  return text.replace(/[，；：！？（）％－～—–−∶〜﹪．〇○０-９]/g, (character) => FOLDED.get(character) ?? character);
}
