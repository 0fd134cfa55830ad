import { ServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { createEntityUpdates, UnavailableError } from '../../bot/entity-updates.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { RecordReply } from '../../workflows/messages.ts';

const MESSAGE: RecordReply = {
  offsetMs: 0,
  actor: { id: 'p', name: '李某' },
  via: 'web',
  itemId: 'i/1',
  partId: 'part',
  receivedAt: '2026-11-20T02:12:00.000Z',
  reading: { kind: 'receipt' },
};

/** Temporal played by a list of outcomes; the checkpoint says `status`. */
function under(outcomes: unknown[], status: string | null = 'open') {
  const asked: unknown[] = [];
  const waits: number[] = [];
  const client = {
    withDeadline: (_: number, fn: () => Promise<unknown>) => fn(),
    workflow: {
      getHandle: (id: string) => ({
        executeUpdate: async (_definition: unknown, options: unknown) => {
          asked.push([id, options]);
          const next = outcomes.shift();
          if (next instanceof Error) throw next;
          return next;
        },
      }),
    },
  } as unknown as Client;
  const prisma = { checkpoint: { findUnique: async () => status && { status } } } as unknown as PrismaClient;
  const updates = createEntityUpdates(
    async () => client,
    prisma,
    async (ms) => void waits.push(ms),
  );
  return {
    asked,
    waits,
    run: () => updates.recordReply('task/1', MESSAGE),
    recordReply: (message: RecordReply) => updates.recordReply('task/1', message),
  };
}

const grpc = (code: number): Error => Object.assign(new Error(`gRPC ${code}`), { code, details: '', metadata: {} });
/** As the real client hands on what an Update's call was told. */
const wrapped = (code: number): Error => new ServiceError('Workflow Update failed', { cause: grpc(code) });
const failed = (type: string, details: Record<string, string> = {}): Error =>
  new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type, message: type, details: [details] }));
const notFound = (): Error => new WorkflowNotFoundError('gone', 'task/1', undefined);

describe('an answer as an Update', () => {
  it('goes under the item’s id', async () => {
    const temporal = under([{ outcome: 'recorded', summary: '已签收' }]);
    expect(await temporal.run()).toEqual({ outcome: 'recorded', summary: '已签收' });
    expect(temporal.asked).toEqual([['task/1', { updateId: 'i/1', args: [MESSAGE] }]]);
  });

  it('is one of several in one Update where they come together, and a refusal is its own alone', async () => {
    const refused = { code: 'TASK_CLOSED', message: '', details: { status: '办结' } };
    const temporal = under([[{ outcome: 'recorded', summary: '已签收' }, { refused }]]);
    const other = { ...MESSAGE, itemId: 'i/2' };
    const [first, second] = await Promise.allSettled([temporal.run(), temporal.recordReply(other)]);
    expect(first).toMatchObject({ status: 'fulfilled', value: { summary: '已签收' } });
    expect(second).toMatchObject({
      status: 'rejected',
      reason: { refusal: { code: 'TASK_CLOSED', message: expect.stringContaining('已经办结') } },
    });
    expect(temporal.asked).toEqual([['task/1', { updateId: expect.any(String), args: [[MESSAGE, other]] }]]);
  });

  it('is tried again while the workflow is busy, and comes again after any other failed call, as the client wraps them', async () => {
    const temporal = under([wrapped(8), { outcome: 'recorded', summary: '' }]);
    expect(await temporal.run()).toMatchObject({ outcome: 'recorded' });
    for (const code of [2, 13, 14]) await expect(under([wrapped(code)]).run()).rejects.toThrow(UnavailableError);
  });

  it('is tried again while the workflow is busy', async () => {
    const temporal = under([grpc(8), grpc(8), { outcome: 'recorded', summary: '' }]);
    expect(await temporal.run()).toMatchObject({ outcome: 'recorded' });
    expect(temporal.waits).toEqual([50, 100]);
  });

  it('gives up after a while, for the row to come again', async () => {
    await expect(under(Array.from({ length: 9 }, () => grpc(8))).run()).rejects.toBeInstanceOf(UnavailableError);
  });

  it('brings a refusal back with its code and places', async () => {
    await expect(under([failed('TASK_CLOSED', { status: '办结' })]).run()).rejects.toMatchObject({
      refusal: { code: 'TASK_CLOSED', message: expect.stringContaining('已经办结') },
    });
  });

  it.each([
    ['an older generation', failed('STALE_GENERATION')],
    ['a failure that is no refusal', failed('Surprise')],
    ['a server that is not there', grpc(14)],
    ['a deadline', grpc(4)],
  ])('takes %s for unavailable', async (_, error) => {
    await expect(under([error]).run()).rejects.toBeInstanceOf(UnavailableError);
  });

  it('asks the checkpoint whether a missing workflow is closed or lost', async () => {
    await expect(under([notFound()], 'closed').run()).rejects.toMatchObject({ refusal: { code: 'TASK_CLOSED' } });
    await expect(under([notFound()], 'open').run()).rejects.toBeInstanceOf(UnavailableError);
    await expect(under([notFound()], null).run()).rejects.toMatchObject({ refusal: { code: 'TASK_UNKNOWN' } });
  });
});
