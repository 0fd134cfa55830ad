import { useMe } from '../api/queries.ts';
import { viewerRole } from './viewer.ts';
import type { ViewerRole } from './viewer.ts';

/** The signed-in viewer's role, from what the shell has loaded already. */
export function useViewerRole(): ViewerRole {
  const me = useMe();
  return me.data ? viewerRole(me.data) : 'leader';
}
