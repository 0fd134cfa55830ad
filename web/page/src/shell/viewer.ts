import type { Me } from '../../../api.ts';
import type { PageName } from './route.ts';

export type ViewerRole = 'coordinator' | 'liaison' | 'leader';

/** As whom the page is read: the demo's 我是 goes before the person's own grants. */
export function viewerRole(me: Me): ViewerRole {
  if (me.actingAs !== null) return me.actingAs.role;
  const roles = me.roles.map(({ role }) => role);
  if (roles.includes('coordinator') || roles.includes('operator')) return 'coordinator';
  return roles.includes('leader') || roles.includes('reader') ? 'leader' : 'liaison';
}

const PAGES_OF: Record<ViewerRole, PageName[]> = {
  coordinator: ['today', 'tasks', 'briefs', 'phases', 'people', 'plans'],
  leader: ['today', 'briefs', 'tasks', 'phases'],
  liaison: ['inbox'],
};

export const HOME_OF: Record<ViewerRole, PageName> = { coordinator: 'today', leader: 'today', liaison: 'inbox' };

/** The entry of the navigation under which a page stands: a task is one of the tasks, a reading and an amendment matters of a plan, what was not delivered and the burden matters of the contacts. */
export function entryOf(page: PageName): PageName {
  if (page === 'task') return 'tasks';
  if (page === 'reading' || page === 'amendments') return 'plans';
  return page === 'undelivered' || page === 'unsigned' || page === 'burden' ? 'people' : page;
}

export function pagesOf(me: Me): PageName[] {
  const role = viewerRole(me);
  // A unit's supervisor looks after its contacts.
  return role === 'liaison' && me.supervises ? [...PAGES_OF.liaison, 'people'] : PAGES_OF[role];
}
