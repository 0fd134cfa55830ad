/** A row of the inbox that has been applied, with its answers on their way. */
export interface DoneRow {
  inboxId: string;
  personId: string | null;
}

export interface RowDone {
  tell(row: DoneRow): void;
  /** Returns what ends it. Whoever listens must not throw, and is not waited for. */
  listen(hear: (row: DoneRow) => void): () => void;
}

/** By this the listeners learn that somebody's list has changed; a courtesy within one process. */
export function createRowDone(): RowDone {
  const ears = new Set<(row: DoneRow) => void>();
  return {
    tell(row) {
      for (const hear of ears) hear(row);
    },
    listen(hear) {
      ears.add(hear);
      return () => void ears.delete(hear);
    },
  };
}
