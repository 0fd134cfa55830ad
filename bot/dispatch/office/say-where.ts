import type { Button } from '../../../domain/chat/message.ts';
import type { Act } from '../../../domain/rights.ts';
import type { Decision, RowContext } from '../types.ts';
import { deskButton, deskSays, officeWords } from './desk-message.ts';
import { plansFor } from './plans-for.ts';
import { targetIn } from './read-task-command.ts';

const RIGHT = {
  'merge-units': 'merge-units',
  'link-tasks': 'link-tasks',
  'sub-item': 'break-down',
} as const satisfies Record<string, Act>;

/** What needs a form or a look at two plans is done on the page: where, and for whoever may do it the way there. */
export async function sayWhere(context: RowContext, name: keyof typeof RIGHT, words: string): Promise<Decision> {
  const talk = await context.talk();
  const { elsewhere } = officeWords(talk);
  return deskSays(context, context.planId, 'note', [elsewhere[name]], await wayThere(context, name, words));
}

async function wayThere(context: RowContext, name: keyof typeof RIGHT, words: string): Promise<Button[]> {
  const plans = await plansFor(context, RIGHT[name], ['running']);
  if (plans.length === 0) return [];
  if (name === 'merge-units') return pageButton(context, 'people');
  const { target } = await targetIn(context, plans, words);
  const [task, ...others] = target.tasks;
  return task && others.length === 0 ? pageButton(context, 'task', task.id) : pageButton(context, 'tasks');
}

/** 〔打开网页〕, where there is a page to open and one isn't on it already. */
export async function pageButton(
  context: RowContext,
  page: 'people' | 'tasks' | 'task' | 'briefs',
  id: string | null = null,
): Promise<Button[]> {
  const { deps, row, planId } = context;
  const isOnPage = deps.channels.get(row.channel)?.hasWindow !== true || row.channel === 'scripted';
  if (isOnPage || deps.pageUrl === undefined) return [];
  return [deskButton(officeWords(await context.talk(planId)).openPage, { do: 'open-page', page, id })];
}
