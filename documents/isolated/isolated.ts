import { Worker } from 'node:worker_threads';
import type { SourceDocument } from '../../domain/document/types.ts';
import { LIMITS } from '../limits.ts';
import { DocumentRefused, type DocumentRefusalCode } from '../refusals.ts';

/** Formats whose libraries were not written for hostile bytes. */
export type IsolatedFormat = 'pdf' | 'compound' | 'workbook';

export interface IsolatedJob {
  format: IsolatedFormat;
  bytes: Uint8Array;
  extension: string;
}

export type IsolatedAnswer = { source: SourceDocument } | { refused: DocumentRefusalCode };

/** Decodes in a thread of its own, which is ended at LIMITS: a loop or a flood of memory in a library stays there. */
export async function decodeIsolated(job: IsolatedJob): Promise<SourceDocument> {
  const worker = new Worker(new URL('decode-thread.ts', import.meta.url), {
    workerData: job,
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.isolatedHeapMb, stackSizeMb: 8 },
  });
  try {
    const answer = await answerOf(worker);
    if ('refused' in answer) throw new DocumentRefused(answer.refused);
    return answer.source;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<IsolatedAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DocumentRefused('DOCUMENT_TOO_SLOW')), LIMITS.isolatedMs);
    const settle = (action: () => void): void => {
      clearTimeout(timer);
      action();
    };
    worker.once('message', (answer: IsolatedAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.once('exit', () => settle(() => reject(new DocumentRefused('DOCUMENT_DAMAGED'))));
  });
}
