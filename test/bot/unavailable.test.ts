import { ServiceError } from '@temporalio/client';
import { describe, expect, it } from 'vitest';
import { UnavailableError } from '../../bot/entity-updates.ts';
import { asUnavailable, isUnavailable } from '../../bot/unavailable.ts';
import { RefusedError } from '../../domain/refusals.ts';

const grpc = (code: number): Error => Object.assign(new Error(`gRPC ${code}`), { code, details: '', metadata: {} });
const prisma = (message: string, code?: string): Error =>
  Object.assign(new Error(message), { name: 'PrismaClientKnownRequestError', ...(code ? { code } : {}) });

describe('what counts as unavailable', () => {
  it.each([
    ['Temporal that answers UNAVAILABLE', new ServiceError('failed', { cause: grpc(14) })],
    ['a first connection that failed', new Error('Failed to connect before the deadline')],
    ['an entity that was not reached', new UnavailableError('task/1 was not reached')],
  ])('%s', (_, error) => {
    expect(isUnavailable(error)).toBe(true);
    expect(asUnavailable(error)).toMatchObject({ refusal: { code: 'TEMPORAL_UNAVAILABLE' } });
  });

  it.each([
    ['a database that is not reached', prisma('no', 'P1001')],
    ['a connection ended by the server', prisma('terminating connection: 57P01')],
  ])('%s', (_, error) => {
    expect(isUnavailable(error)).toBe(true);
    expect(asUnavailable(error)).toMatchObject({ refusal: { code: 'DATABASE_UNAVAILABLE' } });
  });

  it.each([
    ['a refusal', new RefusedError('TASK_UNKNOWN')],
    ['a mistake of our own', new TypeError('undefined is not a function')],
    ['a unique key', prisma('exists', 'P2002')],
    ['a wrong argument to Temporal', grpc(3)],
  ])('%s does not', (_, error) => {
    expect(isUnavailable(error)).toBe(false);
    expect(asUnavailable(error)).toBe(error);
  });
});
