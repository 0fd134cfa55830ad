import { useQuery } from '@tanstack/react-query';
import type { NoticeRow } from '../../../api.ts';
import { get } from './http.ts';
import { CALM_MS, retry } from './queries.ts';

export function useNotices(planId: string, taskId: string) {
  return useQuery({
    queryKey: ['notices', planId, taskId],
    queryFn: () => get<NoticeRow[]>(`/plans/${planId}/notices?taskId=${encodeURIComponent(taskId)}`),
    retry,
    refetchInterval: CALM_MS,
  });
}
