/** What bytes are by their first ones; the name is asked only where content leaves it open. */
export type Container =
  | 'zip'
  | 'compound'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'rtf'
  | 'mht'
  | 'word-xml'
  | 'html'
  | 'program'
  | 'text';

const HEAD_BYTES = 4_096;

const SIGNATURES: [Container, string][] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['compound', 'd0cf11e0a1b11ae1'],
  ['image', '89504e47'],
  ['image', 'ffd8ff'],
  ['image', '47494638'],
  ['image', '49492a00'],
  ['image', '4d4d002a'],
  ['archive', '526172211a07'],
  ['archive', '377abcaf271c'],
  ['archive', '1f8b08'],
  ['archive', '425a68'],
  ['archive', 'fd377a585a00'],
  ['rtf', '7b5c727466'],
  ['program', '7f454c46'],
  ['program', '4d5a'],
];

export function sniff(bytes: Uint8Array): Container {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  const hex = head.subarray(0, 16).toString('hex');
  const signed = SIGNATURES.find(([, signature]) => hex.startsWith(signature))?.[0];
  if (signed) return signed === 'program' && !head.includes(0) ? 'text' : signed;
  const letters = head.toString('latin1');
  if (
    /^BM[^]{4}\0\0\0\0/.test(letters) ||
    /^RIFF[^]{4}WEBP/.test(letters) ||
    /^[^]{4}ftyp(heic|heix|mif1|avif)/.test(letters)
  )
    return 'image';
  if (letters.slice(0, 1_024).includes('%PDF-')) return 'pdf';
  return byMarkup(letters.includes('\0') ? letters.replaceAll('\0', '') : letters);
}

function byMarkup(letters: string): Container {
  const start = letters.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
  if (/^(MIME-Version:|From: <)/i.test(start) && /multipart\/related/i.test(start)) return 'mht';
  if (
    start.startsWith('<?xml') &&
    /progid="Word\.Document"|schemas\.microsoft\.com\/office\/2006\/xmlPackage/.test(start)
  )
    return 'word-xml';
  if (/^<(!doctype\s+html|html|head|body|meta)\b/i.test(withoutComments(start))) return 'html';
  const tags = start.match(/<\/?(p|div|table|tr|td|span|br|script|style|link|h[1-6]|ul|li|a)\b[^<>]*>/gi) ?? [];
  return start.startsWith('<') && tags.length >= 3 ? 'html' : 'text';
}

/** What stands after the XML declaration and comments at the start of a page. */
function withoutComments(start: string): string {
  let rest = start;
  for (const [open, close] of [['<?xml', '>'], ...Array.from({ length: 20 }, () => ['<!--', '-->'])] as [
    string,
    string,
  ][]) {
    const end = rest.startsWith(open) ? rest.indexOf(close) : -1;
    if (end >= 0) rest = rest.slice(end + close.length).trimStart();
  }
  return rest;
}

/** `.docx` → docx; '' without one. */
export const extensionOf = (name: string | undefined): string =>
  /\.([a-z0-9]{1,8})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
