/** GET /api/session : who is signed in; null for a visitor, who then signs in. */
export interface SignedIn {
  me: Me | null;
}

/** GET /api/me */
export interface Me {
  person: { id: string; name: string };
  /** In which the interface speaks to them, here and in chat. */
  locale: 'zh' | 'en';
  roles: { planId: string | null; role: string }[];
  /** Answers for a unit's contacts: sees them, hands out their codes. */
  supervises: boolean;
  /** Demo only: the view taken by 我是. */
  actingAs: { id: string; name: string; role: 'coordinator' | 'liaison' | 'leader' } | null;
}
