import { acceptBreakdown } from '../../bot/desk/sub-items/accept-breakdown.ts';
import { addSubItem } from '../../bot/desk/sub-items/add-sub-item.ts';
import { readBreakdown } from '../../bot/desk/sub-items/read-breakdown.ts';
import { taskList } from '../../bot/desk/views/task-list.ts';
import type { Act } from './act.ts';
import { office, taskId } from './office-acts.ts';

/** One sub-item under a task, of these lead units. */
export const breaksOut = (no: string, title: string, lead: string[], dueOn: string | null = null): Act =>
  office(`break ${title} out of ${no}`, async (desk, actor, stage) =>
    addSubItem(desk, actor, { parentId: await taskId(stage, no), title, lead, responsible: [], dueOn }),
  );

/** A sheet is read and all of it that can be is accepted. */
export const bringsSheet = (no: string, ...lines: string[]): Act =>
  office(`bring a breakdown plan for ${no}`, async (desk, actor, stage) => {
    const parentId = await taskId(stage, no);
    const sheet = ['序号,任务,牵头单位,责任单位,完成时限', ...lines].join('\n');
    const { rows, summary } = await readBreakdown(desk, actor, {
      parentId,
      bytes: Buffer.from(sheet),
      fileName: '分解表.csv',
    });
    const chosen = rows.filter(({ status }) => status === 'new');
    if (chosen.length === 0) return { summary };
    const asked = chosen.map(({ title, lead, responsible, dueOn }) => ({ title, lead, responsible, dueOn }));
    const made = await acceptBreakdown(desk, actor, { parentId, rows: asked });
    return { summary: `${summary}${made.summary}` };
  });

/** The list of tasks as a tree: number, label, how its sub-items stand, why. */
export const tree: Act = {
  label: 'the tree',
  begin: async (stage) => async () => {
    const rows = await taskList(stage.world.bot.desk, stage.office, { planId: stage.planId });
    return {
      ok: true,
      said: rows.map(
        ({ no, label, why, subItems, parentId }) =>
          `${parentId === null ? '' : '- '}${no} ${label}${subItems ? ` ${subItems.done}/${subItems.total}` : ''} ${why}`,
      ),
    };
  },
};
