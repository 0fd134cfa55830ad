import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  AlikeTask,
  Burden,
  ChainedEvent,
  DryRun,
  InboxView,
  Me,
  People,
  PlanRow,
  RedatePreview,
  SignedIn,
  TaskStory,
  Today,
  Undelivered,
  UnsignedUnit,
} from '../../../api.ts';
import { get, RequestFailed } from './http.ts';

/** How often a visible page asks again, in milliseconds; a hidden one does not ask. */
const LIVE_MS = 1500;
export const CALM_MS = 4000;

export function retry(count: number, error: Error): boolean {
  return !(error instanceof RequestFailed && error.status >= 400 && error.status < 500) && count < 2;
}

/** Null where nobody is signed in. */
export async function getMe(): Promise<Me | null> {
  const { me } = await get<SignedIn>('/session');
  return me;
}

export function useMe(enabled = true) {
  return useQuery({
    queryKey: ['me'],
    queryFn: getMe,
    retry,
    enabled,
    staleTime: 30_000,
    // Asked again until the server is there.
    refetchInterval: ({ state }) => (state.status === 'error' ? CALM_MS : false),
  });
}

export function usePlans(enabled = true) {
  return useQuery({
    queryKey: ['plans'],
    queryFn: () => get<PlanRow[]>('/plans'),
    retry,
    enabled,
    refetchInterval: CALM_MS,
  });
}

export function useToday(planId: string | null) {
  return useQuery({
    queryKey: ['today', planId],
    queryFn: () => get<Today>(`/plans/${planId}/today`),
    retry,
    enabled: planId !== null,
    refetchInterval: LIVE_MS,
  });
}

/** Tasks of other plans that this may be linked with; asked once, when somebody is about to. */
export function useAlike(taskId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['alike', taskId],
    queryFn: () => get<AlikeTask[]>(`/tasks/${taskId}/alike`),
    retry,
    enabled,
  });
}

export function useTask(taskId: string) {
  return useQuery({
    queryKey: ['task', taskId],
    queryFn: () => get<TaskStory>(`/tasks/${taskId}`),
    retry,
    refetchInterval: CALM_MS,
  });
}

/** `personId` null: the signed-in person's own inbox. */
export function useInbox(personId: string | null, enabled = true) {
  const query = personId === null ? '' : `?person=${encodeURIComponent(personId)}`;
  return useQuery({
    queryKey: ['inbox', personId],
    queryFn: () => get<InboxView>(`/inbox${query}`),
    retry,
    enabled,
    refetchInterval: LIVE_MS,
  });
}

export function usePeople(planId: string | null) {
  return useQuery({
    queryKey: ['people', planId],
    queryFn: () => get<People>(`/plans/${planId}/people`),
    retry,
    enabled: planId !== null,
    staleTime: 10_000,
  });
}

/** The count beside 通讯录 and the list itself are one question. */
export function useUndelivered(planId: string | null) {
  return useQuery({
    queryKey: ['undelivered', planId],
    queryFn: () => get<Undelivered>(`/plans/${planId}/undelivered`),
    retry,
    enabled: planId !== null,
    refetchInterval: CALM_MS,
  });
}

export function useBurden(planId: string | null) {
  return useQuery({
    queryKey: ['burden', planId],
    queryFn: () => get<Burden>(`/plans/${planId}/burden`),
    retry,
    enabled: planId !== null,
  });
}

/** What no unit has signed for: the tab's count and its list are one question. */
export function useUnsigned(planId: string | null) {
  return useQuery({
    queryKey: ['unsigned', planId],
    queryFn: () => get<UnsignedUnit[]>(`/plans/${planId}/unsigned`),
    retry,
    enabled: planId !== null,
    refetchInterval: CALM_MS,
  });
}

export function useDryRun(planId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['dry-run', planId],
    queryFn: () => get<DryRun>(`/plans/${planId}/dry-run`),
    retry,
    enabled,
    gcTime: 0,
  });
}

export function useRedate(planId: string | null, mode: RedatePreview['mode'] | null, startOn: string) {
  const query = new URLSearchParams();
  if (mode !== null) query.set('mode', mode);
  if (startOn !== '') query.set('startOn', startOn);
  return useQuery({
    queryKey: ['redate', planId, mode, startOn],
    queryFn: () => get<RedatePreview>(`/plans/${planId}/redate?${query}`),
    retry,
    enabled: planId !== null,
    placeholderData: keepPreviousData,
  });
}

export function useChain(planId: string, entityId: string, enabled: boolean) {
  const query = `entity=${encodeURIComponent(entityId)}`;
  return useQuery({
    queryKey: ['chain', planId, entityId],
    queryFn: () => get<ChainedEvent[]>(`/plans/${planId}/events?${query}`),
    retry,
    enabled,
  });
}
