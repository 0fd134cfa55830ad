import { useQuery } from '@tanstack/react-query';
import type { BriefList, BriefSources, BriefView } from '../../../api.ts';
import { get } from './http.ts';
import { CALM_MS, retry } from './queries.ts';

export function useBriefs(planId: string | null) {
  return useQuery({
    queryKey: ['briefs', planId],
    queryFn: () => get<BriefList>(`/plans/${planId}/briefs`),
    retry,
    enabled: planId !== null,
    refetchInterval: CALM_MS,
  });
}

export function useBrief(briefId: string) {
  return useQuery({
    queryKey: ['brief', briefId],
    queryFn: () => get<BriefView>(`/briefs/${encodeURIComponent(briefId)}`),
    retry,
    refetchInterval: CALM_MS,
  });
}

/** `sentenceId` null: nothing is asked. */
export function useBriefSources(briefId: string, sentenceId: string | null) {
  return useQuery({
    queryKey: ['brief-sources', briefId, sentenceId],
    queryFn: () =>
      get<BriefSources>(
        `/briefs/${encodeURIComponent(briefId)}/sources?sentence=${encodeURIComponent(sentenceId ?? '')}`,
      ),
    retry,
    enabled: sentenceId !== null,
  });
}
