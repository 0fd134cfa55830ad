import { useQuery } from '@tanstack/react-query';
import type { Acted, ReadingList, ReadingView } from '../../../api.ts';
import { get, upload } from './http.ts';
import { retry } from './queries.ts';

export function useReadings() {
  return useQuery({ queryKey: ['readings'], queryFn: () => get<ReadingList>('/readings'), retry });
}

/** Asked again after each act alone: a text may be long, and an import names the hash of what was seen. */
export function useReading(readingId: string) {
  return useQuery({
    queryKey: ['reading', readingId],
    queryFn: () => get<ReadingView>(`/readings/${encodeURIComponent(readingId)}`),
    retry,
  });
}

/** A file, or a pasted text, which has no name. */
export function sendDocument(document: Blob, name: string): Promise<Acted & { readingId: string }> {
  const query = name === '' ? '' : `?name=${encodeURIComponent(name)}`;
  return upload(`/readings${query}`, document);
}
