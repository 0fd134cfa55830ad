// The other side of isolated.ts: one job, one answer.
import { parentPort, workerData } from 'node:worker_threads';
import type { SourceDocument } from '../../domain/document/types.ts';
import { DocumentRefused } from '../refusals.ts';
import type { IsolatedAnswer, IsolatedJob } from './isolated.ts';

async function decode({ format, bytes, extension }: IsolatedJob): Promise<SourceDocument> {
  // Each library is large: only the one that is needed.
  switch (format) {
    case 'pdf':
      return (await import('../pdf/decode-pdf.ts')).decodePdf(bytes);
    case 'compound':
      return (await import('../compound/decode-compound.ts')).decodeCompound(bytes, extension);
    case 'workbook':
      return (await import('../sheet/decode-workbook.ts')).decodeWorkbook(bytes);
  }
}

async function answer(job: IsolatedJob): Promise<IsolatedAnswer> {
  try {
    return { source: await decode(job) };
  } catch (error) {
    return { refused: error instanceof DocumentRefused ? error.code : 'DOCUMENT_DAMAGED' };
  }
}

parentPort?.postMessage(await answer(workerData as IsolatedJob));
