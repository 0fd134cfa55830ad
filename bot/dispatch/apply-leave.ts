import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { isBack, leaveBesideIn, leaveIn, type LeaveWords } from '../../domain/chat/understand/leave.ts';
import { localDateOf } from '../../domain/calendar/local-time.ts';
import type { DeskActor, DeskDeps, DeskResult } from '../desk/deps.ts';
import { endLeave, registerLeave } from '../desk/register-leave.ts';
import { actAtDesk, deskActor, saidNo } from './office/desk-call.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** 外出至X日,由AB岗代 and 已返岗, of a contact about themself; null: the words say something else. */
export async function applyLeave(context: RowContext, said = context.row.text ?? ''): Promise<Decision | null> {
  const { planId, person } = context;
  if (planId === '' || (await deskActor(context)).memberships.length === 0) return null;
  const talk = await context.talk(planId);
  const own = { planId, personId: person.id };
  if (isBack(said)) return answered(context, (desk, actor) => endLeave(desk, actor, own));
  const today = localDateOf(context.row.planAt.toISOString(), talk.zone);
  const leave = leaveIn(said, today, await context.calendar());
  return leave && register(context, leave);
}

/** Most words are no leave: these are looked at for days and names. */
const MAY_BE_LEAVE = /假|出差|外出|公出|离岗|不在|出国|培训|学习|住院/;

/** What was decided of a report, after the leave that its writer tells of beside it: the card that waits comes last. */
export async function withLeaveBeside(context: RowContext, decided: Decision): Promise<Decision> {
  const { row, planId } = context;
  const text = row.text ?? '';
  if (planId === '' || !MAY_BE_LEAVE.test(text)) return decided;
  const { zone } = await context.talk(planId);
  const today = localDateOf(row.planAt.toISOString(), zone);
  const leave = leaveBesideIn(text, today, await context.calendar());
  if (!leave) return decided;
  const { messages } = await register(context, leave);
  return { ...decided, messages: [...messages, ...decided.messages] };
}

const register = (context: RowContext, { from, until, standIn }: LeaveWords): Promise<Decision> =>
  answered(context, (desk, actor) =>
    registerLeave(desk, actor, {
      planId: context.planId,
      personId: context.person.id,
      ...(from === null ? {} : { from }),
      until,
      standIn,
    }),
  );

/** 外出 as a command: what follows is read as the words would be. */
export async function leaveCommand(context: RowContext, rest: string): Promise<Decision> {
  const words = /^(结束|取消|销假|已?返岗)/.test(rest) ? '已返岗' : `外出${rest}`;
  const decided = await applyLeave(context, words);
  if (decided) return decided;
  const { planId, person } = context;
  // Nothing of it could be read: the desk says what to write.
  return answered(context, (desk, actor) =>
    registerLeave(desk, actor, { planId, personId: person.id, until: null, standIn: null }),
  );
}

async function answered(
  context: RowContext,
  act: (desk: DeskDeps, actor: DeskActor) => Promise<DeskResult>,
): Promise<Decision> {
  const { planId } = context;
  const asked = await actAtDesk(context, act);
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  const words = catalogueFor(talk.locale).people;
  return decision('recorded', planId, {
    messages: [
      {
        message: {
          klass: 'answer',
          heading: words.headings.leave,
          lines: [asked.done.summary],
          buttons: [],
          signature: talk.office,
        },
      },
    ],
  });
}
