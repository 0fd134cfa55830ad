import { WorkflowNotFoundError } from '@temporalio/client';
import { vi } from 'vitest';
import { senderWorkflowId } from '../../workflows/ids.ts';
import { nextLook } from '../../workflows/messages.ts';
import type { Harness } from './harness.ts';

/**
 * Skips a clock to an instant, but never past its sender's own next look: the server goes on skipping while a
 * workflow task or an activity runs, and times them out.
 */
export async function skipTo(h: Harness, clockId: string, instant: Date): Promise<void> {
  const sender = h.env.client.workflow.getHandle(senderWorkflowId(clockId));
  for (;;) {
    const now = await h.clock.now(clockId);
    const look = await sender.query(nextLook).catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    });
    const until = look !== null && look < instant.toISOString() ? new Date(look) : instant;
    await h.sleep(until.getTime() - now.getTime());
    if (until === instant) return;
    const woken = (await h.clock.now(clockId)).toISOString();
    await vi.waitUntil(async () => ((await sender.query(nextLook)) ?? '9999') > woken, {
      timeout: 30_000,
      interval: 10,
    });
  }
}
