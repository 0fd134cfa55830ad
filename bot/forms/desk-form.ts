import { itemName } from '../../domain/chat/item-label.ts';
import type { DeskAct } from '../../domain/chat/desk-act.ts';
import type { FormWords } from '../../domain/chat/catalogue/zh-forms.ts';
import type { FormField } from '../../domain/chat/form.ts';
import { taskEntityId } from '../../domain/task-entity.ts';
import type { DraftForm, FormContext } from './form-of-button.ts';

/** A button of the office's that asks for a reason or a day. null: this one does what it says at once. */
export async function deskForm(context: FormContext, act: DeskAct): Promise<DraftForm | null> {
  const { words, deps } = context;
  const fields = deskFields(words, act);
  if (fields === null) return null;
  const taskId = 'taskId' in act ? act.taskId : null;
  const task =
    taskId === null
      ? null
      : await deps.prisma.task.findUnique({ where: { id: taskId }, select: { no: true, title: true } });
  const title =
    act.do === 'extension-date' ? words.titles.date : act.do === 'pause' ? words.titles.pause : words.titles.reason;
  return {
    title,
    lines: [
      {
        entityId: taskId === null ? '' : taskEntityId(taskId),
        partId: 'partId' in act ? (act.partId ?? '') : '',
        label: task ? itemName(task.no, task.title) : title,
        fields,
      },
    ],
  };
}

/** What an act of the office still wants filled in; null: nothing. */
export function deskFields({ labels }: FormWords, act: DeskAct): FormField[] | null {
  const reason: FormField = { name: 'reason', label: labels.reason, kind: 'text', value: null, required: true };
  const day = (label: string): FormField => ({ name: 'newDueOn', label, kind: 'date', value: null, required: true });
  switch (act.do) {
    case 'extension-date':
      return [day(labels.otherDate)];
    case 'pause':
      return act.until === null ? [day(labels.pauseUntil), reason] : act.reason === null ? [reason] : null;
    case 'sign':
      return !act.agree && act.reason === null ? [reason] : null;
    case 'extension':
      return !act.grant && act.reason === null ? [reason] : null;
    case 'confirm-advance':
      return act.gaps.length > 0 && act.reason === null ? [reason] : null;
    case 'return':
    case 'decide-dispute':
    case 'hold-back':
    case 'reassign':
    case 'resume':
    case 'notice-drop':
      return act.reason === null ? [reason] : null;
    default:
      return null;
  }
}
