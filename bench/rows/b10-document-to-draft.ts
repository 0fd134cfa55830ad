import { decodeDocument } from '../../documents/decode.ts';
import { readPlan } from '../../domain/document/read-plan.ts';
import { interleave } from '../interleave.ts';
import type { BenchRow } from '../row.ts';
import { longDocx, shortText } from './long-document.ts';

const TEXT_GOAL_MS = 20;
const DOCX_GOAL = 2;

const decode = (bytes: Uint8Array) => decodeDocument(bytes);

async function draft(bytes: Uint8Array) {
  const decoded = await decode(bytes);
  if (!decoded.ok) throw new Error(decoded.reason);
  const reading = readPlan(decoded.source);
  if (reading.kind !== 'plan' || reading.plan.tasks.length === 0)
    throw new Error('nothing was read: no such work to count');
  return reading;
}

/** Document → draft plan, against decoding the same file and nothing else. */
export const documentToDraft: BenchRow = {
  id: 'B10',
  run: async (rounds) => {
    const text = shortText();
    const docx = await longDocx(60);
    const short = await interleave(
      () => draft(text),
      () => decode(text),
      rounds,
      20,
    );
    const long = await interleave(
      () => draft(docx),
      () => decode(docx),
      rounds,
      5,
    );
    return [
      {
        what: `text of ${(text.length / 1024).toFixed(1)} KB → draft`,
        ...short,
        than: 'decoding alone',
        goal: `median ≤ ${TEXT_GOAL_MS} ms`,
        met: short.ours.ms.median <= TEXT_GOAL_MS,
      },
      {
        what: `docx of 60 pages (${(docx.length / 1024).toFixed(0)} KB) → draft`,
        ...long,
        than: 'decoding alone',
        goal: `≤ ${DOCX_GOAL} × decoding`,
        met: long.ours.ms.median <= DOCX_GOAL * long.against.ms.median,
      },
    ];
  },
};
