import { useQuery } from '@tanstack/react-query';
import type { AmendmentList } from '../../../api.ts';
import { get } from './http.ts';
import { CALM_MS, retry } from './queries.ts';

export function useAmendments(planId: string) {
  return useQuery({
    queryKey: ['amendments', planId],
    queryFn: () => get<AmendmentList>(`/plans/${encodeURIComponent(planId)}/amendments`),
    retry,
    refetchInterval: CALM_MS,
  });
}
