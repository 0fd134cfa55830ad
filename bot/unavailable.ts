import { isGrpcServiceError } from '@temporalio/client';
import { RefusedError } from '../domain/refusals.ts';
import { UnavailableError } from './entity-updates.ts';

const DATABASE_CODES = new Set(['P1000', 'P1001', 'P1002', 'P1003', 'P1008', 'P1017', 'P2024', 'P2028']);
const GRPC_UNAVAILABLE = new Set([4, 8, 14]);

/** A connection that failed, as the refusal that a person is told; anything else as it is. */
export function asUnavailable(error: unknown): unknown {
  if (error instanceof RefusedError || !(error instanceof Error)) return error;
  if (isDatabaseDown(error)) return new RefusedError('DATABASE_UNAVAILABLE');
  if (isTemporalDown(error)) return new RefusedError('TEMPORAL_UNAVAILABLE');
  return error;
}

/** Something that this machine waits for was away, not the request at fault: tried again, however often. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof RefusedError) && (isDatabaseDown(error) || isTemporalDown(error));

function isTemporalDown(error: Error): boolean {
  if (error instanceof UnavailableError || error.name === 'TransportError') return true;
  if (isGrpcServiceError(error)) return GRPC_UNAVAILABLE.has(Number(error.code));
  // The client wraps what its connection said; a failed first connection is a plain Error.
  return error.cause instanceof Error
    ? isTemporalDown(error.cause)
    : /Failed to connect before the deadline|No connection established/i.test(error.message);
}

/** Prisma's own codes, and those of the driver underneath it. */
function isDatabaseDown(error: Error): boolean {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && DATABASE_CODES.has(code)) return true;
  const fromDriver = /^Prisma|DriverAdapterError/.test(error.name);
  return (
    fromDriver &&
    /57P0[123]|ECONNREFUSED|ECONNRESET|Can't reach database|timeout exceeded when trying to connect|Connection terminated|DatabaseNotReachable|SocketTimeout|ConnectionClosed|server closed|shutting down|starting up/i.test(
      error.message,
    )
  );
}
