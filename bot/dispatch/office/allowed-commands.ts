import type { CommandName } from '../../../domain/chat/command.ts';
import { may, type Act } from '../../../domain/rights.ts';
import type { RowContext } from '../types.ts';
import { deskActor } from './desk-call.ts';

/** The right that a command needs in some plan; absent: everybody's. */
const NEEDED: Partial<Record<CommandName, Act>> = {
  nudge: 'nudge',
  'dry-run': 'dry-run',
  advance: 'advance',
  undo: 'undo',
  accept: 'accept',
  return: 'return',
  reassign: 'reassign',
  escalate: 'escalate',
  'hold-back': 'escalate',
  'decide-dispute': 'decide-dispute',
  unsigned: 'read-board',
  extension: 'decide-extension',
  pause: 'pause',
  resume: 'pause',
  notice: 'notice',
  circular: 'notice',
  brief: 'read-brief',
  'merge-units': 'merge-units',
  'link-tasks': 'link-tasks',
  'sub-item': 'break-down',
  assign: 'assign',
  scan: 'scan-signed',
};

/** Which commands a short word may mean for this person. A command in full is judged by the desk, and refused on record. */
export async function allowedCommands(context: RowContext): Promise<(name: CommandName) => boolean> {
  const { grants, memberships } = await deskActor(context);
  const can = (act: Act): boolean => grants.some((grant) => may(act, [grant], { planId: grant.planId }));
  return (name) => {
    const act = NEEDED[name];
    if (name === 'sign') return memberships.some(({ rank }) => rank === 'supervisor');
    return act === undefined || can(act);
  };
}
