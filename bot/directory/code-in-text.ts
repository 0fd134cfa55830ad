/** 16 characters of Crockford's alphabet (codes.ts), and the letters that are mistaken for some of them. */
const CODE = /^[0-9A-TV-Z]{16}$/;
const CODE_LIKE = /^[0-9A-Z]+$/;
const BIND = /^绑定[\s:]*/;

/** The one-time code that a message consists of, alone or after 绑定; null where it is something else. */
export function codeInText(text: string): string | null {
  const whole = text.normalize('NFKC').trim();
  const rest = whole.replace(BIND, '');
  const plain = rest.toUpperCase().replace(/[\s-]/g, '');
  // Said to be a code, it is tried as one, whatever its length.
  return (BIND.test(whole) ? CODE_LIKE : CODE).test(plain) ? rest : null;
}
