import { describe, expect, test } from 'vitest';
import { judgeFile, mayBeTaken } from '../../../domain/evidence/file-kind.ts';
import { SAMPLES } from './sample-files.ts';

describe('what a file is', () => {
  test.each([
    ['盖章件.pdf', SAMPLES.pdf, 'application/pdf'],
    ['纪要.DOCX', SAMPLES.docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['公文.ofd', SAMPLES.ofd, 'application/ofd'],
    ['名单.wps', SAMPLES.cfb, 'application/vnd.ms-works'],
    ['名单.et', SAMPLES.zip, 'application/vnd.ms-excel'],
    ['现场.jpeg', SAMPLES.jpeg, 'image/jpeg'],
    ['现场.heic', SAMPLES.heic, 'image/heic'],
    ['照片.zip', SAMPLES.zip, 'application/zip'],
    ['说明.txt', SAMPLES.text, 'text/plain'],
  ])('%s is taken by its content and its ending together', (name, bytes, mime) => {
    expect(judgeFile(bytes, name)).toEqual({ mime, name });
  });

  test('a picture under another picture’s ending is served as what it is', () => {
    expect(judgeFile(SAMPLES.png, '现场.jpg')).toEqual({ mime: 'image/png', name: '现场.jpg' });
    expect(judgeFile(SAMPLES.webp, '现场.jpg')).toEqual({ mime: 'image/webp', name: '现场.jpg' });
  });

  test('a name without an ending gets the one of its content', () => {
    expect(judgeFile(SAMPLES.jpeg, 'photo')).toEqual({ mime: 'image/jpeg', name: 'photo.jpg' });
    expect(judgeFile(SAMPLES.zip, 'archive')).toEqual({ refused: 'FILE_TYPE' });
  });

  test.each([
    ['setup.exe', SAMPLES.exe],
    ['page.html', SAMPLES.html],
    ['drawing.svg', SAMPLES.svg],
    ['盖章件.pdf.scr', SAMPLES.pdf],
    ['data.rar', SAMPLES.zip],
  ])('%s is no kind that is taken', (name, bytes) => {
    expect(judgeFile(bytes, name)).toEqual({ refused: 'FILE_TYPE' });
    expect(mayBeTaken(name)).toBe(false);
  });

  test.each([
    ['a program called pdf', '盖章件.pdf', SAMPLES.exe],
    ['a page called txt', '说明.txt', SAMPLES.html],
    ['a drawing called png', '图.png', SAMPLES.svg],
    ['an archive called docx', '纪要.docx', SAMPLES.zip],
    ['a program called jpg', '现场.jpg', SAMPLES.exe],
  ])('%s is refused for what it holds', (_what, name, bytes) => {
    expect(judgeFile(bytes, name)).toEqual({ refused: 'FILE_MISMATCH' });
  });

  test('an empty file is none', () => {
    expect(judgeFile(new Uint8Array(), '空.pdf')).toEqual({ refused: 'FILE_EMPTY' });
  });
});
