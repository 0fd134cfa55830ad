/** What a file's first bytes say that it is; several kinds of files share one container. */
type Container = 'pdf' | 'zip' | 'cfb' | 'jpeg' | 'png' | 'webp' | 'heic' | 'text';

interface Kind {
  containers: Container[];
  mime: string;
  /** Name of an entry that its archive holds. */
  holds?: string;
}

const OOXML = '[Content_Types].xml';
const office = (kind: string): string => `application/vnd.openxmlformats-officedocument.${kind}`;

/** Taken as evidence, by the name's ending. What can run when it is opened (html, svg, programs) is not among them. */
const KINDS: Record<string, Kind> = {
  pdf: { containers: ['pdf'], mime: 'application/pdf' },
  ofd: { containers: ['zip'], mime: 'application/ofd', holds: 'OFD.xml' },
  doc: { containers: ['cfb'], mime: 'application/msword' },
  xls: { containers: ['cfb'], mime: 'application/vnd.ms-excel' },
  ppt: { containers: ['cfb'], mime: 'application/vnd.ms-powerpoint' },
  docx: { containers: ['zip'], mime: office('wordprocessingml.document'), holds: OOXML },
  xlsx: { containers: ['zip'], mime: office('spreadsheetml.sheet'), holds: OOXML },
  pptx: { containers: ['zip'], mime: office('presentationml.presentation'), holds: OOXML },
  wps: { containers: ['cfb', 'zip'], mime: 'application/vnd.ms-works' },
  et: { containers: ['cfb', 'zip'], mime: 'application/vnd.ms-excel' },
  dps: { containers: ['cfb', 'zip'], mime: 'application/vnd.ms-powerpoint' },
  jpg: { containers: ['jpeg'], mime: 'image/jpeg' },
  png: { containers: ['png'], mime: 'image/png' },
  webp: { containers: ['webp'], mime: 'image/webp' },
  heic: { containers: ['heic'], mime: 'image/heic' },
  txt: { containers: ['text'], mime: 'text/plain' },
  zip: { containers: ['zip'], mime: 'application/zip' },
};

const SAME_ENDING: Record<string, string> = { jpeg: 'jpg', jfif: 'jpg', heif: 'heic', csv: 'txt' };
/** Contents that say by themselves what they are: a camera's file may bear any picture's ending, or none. */
const BY_CONTENT: Partial<Record<Container, string>> = {
  pdf: 'pdf',
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  heic: 'heic',
};
const PICTURES = new Set(['jpg', 'png', 'webp', 'heic']);

/** Endings as a file dialog wants them. */
export const EVIDENCE_ENDINGS = [...Object.keys(KINDS), ...Object.keys(SAME_ENDING)].map((ending) => `.${ending}`);

/** Kinds that a page may show as a picture. */
export const PREVIEW_MIMES = ['image/png', 'image/jpeg', 'image/webp'];

export type FileVerdict = { mime: string; name: string } | { refused: 'FILE_EMPTY' | 'FILE_TYPE' | 'FILE_MISMATCH' };

/** What a file is, by its bytes and the ending of its name, which have to agree. Nothing is unpacked. */
export function judgeFile(bytes: Uint8Array, name: string): FileVerdict {
  if (bytes.length === 0) return { refused: 'FILE_EMPTY' };
  const written = endingOf(name);
  const ending = SAME_ENDING[written] ?? written;
  const content = containerOf(bytes);
  const byContent = content === null ? undefined : BY_CONTENT[content];
  if (ending === '' && byContent !== undefined) return as(byContent, `${name}.${byContent}`);
  if (PICTURES.has(ending) && byContent !== undefined && PICTURES.has(byContent)) return as(byContent, name);
  const kind = KINDS[ending];
  if (!kind) return { refused: 'FILE_TYPE' };
  const agrees = content !== null && kind.containers.includes(content);
  if (!agrees || (kind.holds !== undefined && !holdsText(bytes, kind.holds))) return { refused: 'FILE_MISMATCH' };
  return as(ending, name);
}

/** Can a file of this name be taken at all? Known before it is fetched. */
export const mayBeTaken = (name: string): boolean => {
  const written = endingOf(name);
  return written === '' || (SAME_ENDING[written] ?? written) in KINDS;
};

const as = (ending: string, name: string): FileVerdict => ({ mime: KINDS[ending]?.mime ?? '', name });

const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';

function containerOf(bytes: Uint8Array): Container | null {
  const starts = (...magic: number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  if (latin(bytes, 0, 5) === '%PDF-') return 'pdf';
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'cfb';
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp';
  if (latin(bytes, 4, 8) === 'ftyp' && /^(heic|heix|hevc|mif1|msf1|heim|heis)$/.test(latin(bytes, 8, 12)))
    return 'heic';
  return isText(bytes) ? 'text' : null;
}

/** Plain words: no zero byte, and no page or drawing that a browser would run. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  const head = latin(bytes, 0, 1_024);
  return (
    !/<(!doctype|html|head|body|svg|script|\?xml|iframe)/i.test(head) && !/^(MZ|\x7fELF|#!|\xca\xfe\xba\xbe)/.test(head)
  );
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** Names of an archive's entries stand in it as they are, packed or not. */
function holdsText(bytes: Uint8Array, text: string): boolean {
  const [first = 0, ...rest] = Array.from(text, (character) => character.charCodeAt(0));
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (rest.every((byte, index) => bytes[at + 1 + index] === byte)) return true;
  return false;
}
