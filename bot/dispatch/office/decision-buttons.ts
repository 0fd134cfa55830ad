import type { DeskWords } from '../../../domain/chat/catalogue/zh-desk.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { may, type Act, type Granted } from '../../../domain/rights.ts';
import type { Decision } from '../../../web/api.ts';
import { deskButton } from './desk-message.ts';

/** What can be done in chat about something that waits for the office, by whoever may; the desk judges once more. */
export function decisionButtons(
  decision: Decision,
  { grants, planId, buttons }: { grants: readonly Granted[]; planId: string; buttons: DeskWords['buttons'] },
): Button[] {
  return acts(decision, planId, buttons)
    .filter(({ right }) => may(right, grants, { planId }))
    .map(({ label, act, style }) => deskButton(label, act, style));
}

interface Offered {
  label: string;
  act: DeskAct;
  right: Act;
  style?: 'primary';
}

function acts(decision: Decision, planId: string, buttons: DeskWords['buttons']): Offered[] {
  const { id, kind, taskId, partId, noticeId, request } = decision;
  const open: Offered[] =
    taskId === null ? [] : [{ label: buttons.open, act: { do: 'task-state', taskId }, right: 'read-story' }];
  const part = taskId === null || partId === null ? null : { taskId, partId };
  const settle: Offered[] = decision.actions.includes('done')
    ? [{ label: buttons.done, act: { do: 'settle-item', itemId: id }, right: 'decide' }]
    : [];
  if (kind === 'unassigned' && taskId !== null)
    return [
      {
        label: buttons.assign,
        act: { do: 'assign', taskId, units: [], reason: null },
        right: 'assign',
        style: 'primary',
      },
      ...open,
    ];
  if (kind === 'sign-off' && part)
    return [
      { label: buttons.scan, act: { do: 'scan', ...part, reason: null }, right: 'scan-signed', style: 'primary' },
      ...open,
    ];
  if (decision.actions.includes('file-evidence'))
    return [
      {
        label: buttons['file-evidence'],
        act: { do: 'file-evidence', planId, itemId: id, reason: null },
        right: 'file-evidence',
        style: 'primary',
      },
      ...settle,
    ];
  if (kind === 'completion' && part)
    return [
      { label: buttons.accept, act: { do: 'accept', ...part }, right: 'accept', style: 'primary' },
      { label: buttons.return, act: { do: 'return', ...part, reason: null }, right: 'return' },
      ...open,
    ];
  if (kind === 'extension' && part && request) {
    const act = { ...part, requestId: request.id };
    const right = 'decide-extension';
    return [
      {
        label: buttons.grant,
        act: { do: 'extension', ...act, grant: true, dueOn: null, reason: null },
        right,
        style: 'primary',
      },
      { label: buttons.otherDate, act: { do: 'extension-date', ...act, reason: null }, right },
      { label: buttons.refuse, act: { do: 'extension', ...act, grant: false, dueOn: null, reason: null }, right },
      ...open,
    ];
  }
  if (kind === 'escalation' && part)
    return [
      { label: buttons.escalate, act: { do: 'escalate', ...part }, right: 'escalate', style: 'primary' },
      { label: buttons['hold-back'], act: { do: 'hold-back', ...part, reason: null }, right: 'escalate' },
      ...open,
    ];
  if ((kind === 'notice' || kind === 'circular') && noticeId !== undefined)
    return [
      { label: buttons.releaseNotice, act: { do: 'notice-release', noticeId }, right: 'notice', style: 'primary' },
      { label: buttons.dropNotice, act: { do: 'notice-drop', noticeId, reason: null }, right: 'notice' },
      ...open,
    ];
  if (kind === 'dispute' && part)
    return [
      {
        label: buttons['decide-dispute'],
        act: { do: 'decide-dispute', ...part, reason: null },
        right: 'decide-dispute',
      },
      ...settle,
      ...open,
    ];
  return [...settle, ...open];
}
