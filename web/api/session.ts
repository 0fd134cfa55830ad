/** GET /api/me */
export interface Me {
  person: { id: string; name: string };
  roles: { planId: string | null; role: string }[];
  /** Demo only: the view taken by 我是. */
  actingAs: { id: string; name: string; role: 'coordinator' | 'liaison' | 'leader' } | null;
}
