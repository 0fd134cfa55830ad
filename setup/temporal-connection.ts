import { loadClientConnectConfig } from '@temporalio/envconfig';
import { Connection } from '@temporalio/client';
import type { NativeConnectionOptions } from '@temporalio/worker';
import type { Environment } from './environment.ts';
import { setupError } from './setup-error.ts';

/** What a worker's NativeConnection and a client's Connection are opened with. Holds secrets. */
export type TemporalConnection = {
  readonly namespace: string;
  readonly options: Pick<NativeConnectionOptions, 'address' | 'tls' | 'apiKey' | 'metadata'>;
};

/** A Temporal of the operator's own, with Temporal's usual settings (profile, namespace, key, TLS). */
export function externalTemporal(environment: Environment, variables: NodeJS.ProcessEnv): TemporalConnection {
  const given = Object.entries({ ...variables, TEMPORAL_ADDRESS: environment.TEMPORAL_ADDRESS });
  const set = Object.fromEntries(given.flatMap(([key, value]) => (value ? [[key, value]] : [])));
  try {
    const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: set });
    const { address, tls, apiKey, metadata } = connectionOptions;
    return { namespace: namespace ?? 'default', options: { address, tls, apiKey, metadata } };
  } catch {
    throw setupError("Temporal's settings (TEMPORAL_… or its profile file) can't be read: mend or unset them.");
  }
}

/** Throws one sentence unless the server answers for the namespace. */
export async function checkTemporal({ options, namespace }: TemporalConnection): Promise<void> {
  const at = `Temporal at ${options.address}`;
  const connection = await Connection.connect({ ...options, connectTimeout: 5_000 }).catch(() => {
    throw setupError(
      `${at} does not answer: check TEMPORAL_ADDRESS and that the server runs, or unset it to use the embedded one.`,
    );
  });
  try {
    await connection.withDeadline(Date.now() + 5_000, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
  } catch (error) {
    const reason = (error as { details?: string }).details ?? 'no answer';
    throw setupError(
      `${at} does not serve the namespace ${namespace} (${reason}): create it, or set TEMPORAL_NAMESPACE.`,
    );
  } finally {
    await connection.close();
  }
}
