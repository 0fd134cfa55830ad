import { TestWorkflowEnvironment } from '@temporalio/testing';
import { skippingServerBinary } from '../../setup/binaries.ts';

/**
 * A server that skips time. Its clock is global: one test at a time, stepped with `env.sleep`.
 * Call `teardown()` on what you get.
 */
export async function startSkippingServer(): Promise<TestWorkflowEnvironment> {
  const { path } = await skippingServerBinary();
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
}
