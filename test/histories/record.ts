// Run by hand when a change of workflow code is meant (its patch and its removal note in the same commit):
//   npm test -- workflow test/workflows/record-histories.test.ts  with DUBAN_RECORD_HISTORIES=1
// Writes one history of each kind of workflow, as JSON, beside this file.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';

export async function recordHistories(client: Client, ids: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, workflowId] of Object.entries(ids)) {
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    writeFileSync(fileURLToPath(new URL(`${name}.json`, import.meta.url)), `${JSON.stringify(historyToJSON(history))}\n`);
  }
}
