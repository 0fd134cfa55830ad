import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { deskWords } from './office/desk-message.ts';
import { ownLines } from './office/own-list.ts';
import { rowContext } from './row-context.ts';
import { decision, type Decision, type DispatchDeps, type InboxRow, type RowContext } from './types.ts';

/** What whoever bound is told: whose account it is now, what is open, and a way out where they are not the person. */
export async function boundDecision(
  deps: DispatchDeps,
  row: InboxRow,
  personId: string,
  replaced: number,
): Promise<{ context: RowContext; decided: Decision }> {
  const person = await deps.prisma.person.findUniqueOrThrow({
    where: { id: personId },
    include: {
      grants: { where: { role: { in: ['coordinator', 'leader'] } }, select: { id: true }, take: 1 },
      memberships: { where: { active: true }, orderBy: { id: 'asc' }, include: { unit: true } },
    },
  });
  const context = await rowContext(deps, row, person);
  const talk = await context.talk();
  const words = deskWords(talk);
  const { binding } = catalogueFor(talk.locale);
  const list = await ownLines(context);
  const said = [
    words.boundNow(person.name, person.memberships[0]?.unit.name ?? ''),
    ...(replaced > 0 ? [words.boundInstead] : []),
    ...(person.grants.length > 0 ? [words.boundOffice] : []),
    ...(list.count > 0 ? [words.ownList(list.count), ...list.lines] : []),
  ];
  const buttons = [...list.buttons, { label: binding.notMe, act: { kind: 'not-me' as const, claimId: null } }];
  const decided = decision('recorded', context.planId, {
    messages: [{ message: { ...answerMessage('done', said, talk, buttons), heading: words.headings.bound } }],
    effects: [
      async (tx) => {
        await tx.inbox.update({ where: { id: row.id }, data: { personId } });
      },
    ],
  });
  return { context, decided };
}
