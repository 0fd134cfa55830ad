/** 16 characters of Crockford's alphabet (codes.ts), and the letters that are mistaken for some of them. */
const CODE = /^[0-9A-TV-Z]{16}$/;
const CODE_LIKE = /^[0-9A-Z]+$/;
/** As codes are handed out. */
const GROUPED = /^[0-9A-Za-z]{4}([\s-][0-9A-Za-z]{4}){3}$/;
const BIND = /^绑定[\s:]*/;

/** The one-time code that a message consists of, alone or after 绑定; null where it is something else. */
export function codeInText(text: string): string | null {
  const whole = text.normalize('NFKC').trim();
  const rest = whole.replace(BIND, '');
  const plain = rest.toUpperCase().replace(/[\s-]/g, '');
  // Said to be a code, it is tried as one, whatever its length.
  if (BIND.test(whole)) return CODE_LIKE.test(plain) ? rest : null;
  // A bare account number or a long word is no code; one in groups of four is, and so is a mixture.
  const looksIt = GROUPED.test(rest) || (/\d/.test(plain) && /[A-Z]/.test(plain));
  return CODE.test(plain) && looksIt ? rest : null;
}
