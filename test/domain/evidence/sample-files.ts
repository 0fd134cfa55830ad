const text = (words: string): number[] => Array.from(words, (letter) => letter.charCodeAt(0));
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? text(part) : part)));

const ZIP = [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00];
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** As little of each kind as its first bytes and entry names show. */
export const SAMPLES = {
  pdf: bytes('%PDF-1.7\n1 0 obj'),
  docx: bytes(ZIP, '[Content_Types].xml', [0], 'word/document.xml'),
  ofd: bytes(ZIP, 'OFD.xml', [0]),
  zip: bytes(ZIP, 'photos/1.jpg', [0]),
  cfb: bytes(CFB, [0, 0, 0]),
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF', [0]),
  png: bytes([0x89], 'PNG', [0x0d, 0x0a, 0x1a, 0x0a, 0]),
  webp: bytes('RIFF', [0x10, 0, 0, 0], 'WEBPVP8 '),
  heic: bytes([0, 0, 0, 0x18], 'ftypheic', [0]),
  exe: bytes('MZ', [0x90, 0, 3, 0]),
  html: bytes('\n<!DOCTYPE html><script>alert(1)</script>'),
  svg: bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  text: new TextEncoder().encode('新增保护工作站3家'),
};
