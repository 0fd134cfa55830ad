// To record anew, where a change of workflow code is meant (its patch and removal note in the same commit):
//   DUBAN_RECORD_HISTORIES=1 npm test -- workflow test/workflows/chenzhou-make-up-days.test.ts
// writes one history of each kind of workflow beside this file, as Temporal's own protobuf.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';
import type { Client } from '@temporalio/client';

const { History } = temporal.api.history.v1;
type History = temporal.api.history.v1.IHistory;

const fileOf = (name: string): string => fileURLToPath(new URL(`${name}.history.pb`, import.meta.url));

export async function recordHistories(client: Client, ids: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, workflowId] of Object.entries(ids)) {
    const history = await client.workflow.getHandle(workflowId).fetchHistory();
    writeFileSync(fileOf(name), History.encode(history).finish());
  }
}

export const readHistory = (name: string): History => History.decode(readFileSync(fileOf(name)));
