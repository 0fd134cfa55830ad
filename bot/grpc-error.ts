import { isGrpcServiceError } from '@temporalio/client';

/** gRPC's own status of a failure, however deep the client has wrapped it (an Update's comes as a ServiceError); null: another failure. */
export function grpcCodeOf(error: unknown): number | null {
  if (isGrpcServiceError(error)) return Number(error.code);
  return error instanceof Error && error.cause !== undefined ? grpcCodeOf(error.cause) : null;
}
