import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { ownOpen } from '../desk/views/own-list.ts';
import { ownButton, ownLine } from './office/own-list.ts';
import { decision, type Decision, type RowContext } from './types.ts';

const SHOWN_MAX = 5;

/** Displeasure at being asked is about no task: what is asked for, and how little answers it. The words are kept. */
export async function answerComplaint(context: RowContext): Promise<Decision> {
  const open = await ownOpen(context.deps.prisma, {
    personId: context.person.id,
    at: context.row.planAt,
    talk: (planId) => context.talk(planId),
  });
  const owed = open.filter(({ duties }) => duties.length > 0);
  const [first] = owed;
  const talk = await context.talk(first?.planId);
  const { answers } = catalogueFor(talk.locale);
  const lines: string[] = [];
  const buttons = [];
  for (const [at, item] of owed.slice(0, SHOWN_MAX).entries()) {
    const own = await context.talk(item.planId);
    lines.push(`${at + 1}.${ownLine({ ...item, duties: item.duties.slice(0, 1) }, own)}`);
    buttons.push(ownButton(item, own));
  }
  const said = [
    answers.complaint(owed.length),
    ...lines,
    ...(owed.length > SHOWN_MAX ? [answers.complaintMore(owed.length - SHOWN_MAX)] : []),
    ...(first ? [answers.complaintHow(first.no)] : []),
  ];
  return decision('kept', talk.planId, {
    messages: [
      {
        message: answerMessage(
          'note',
          said,
          talk,
          buttons.filter((one) => one !== null),
        ),
      },
    ],
  });
}
