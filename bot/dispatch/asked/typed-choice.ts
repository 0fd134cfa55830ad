import { choiceLabel, whichMessage } from '../../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../../domain/chat/catalogue/index.ts';
import { numberOf } from '../../../domain/chat/mentions.ts';
import { normalise } from '../../../domain/chat/understand/clauses.ts';
import { isBareMention } from '../../../domain/evidence/bare-mention.ts';
import type { Action, Delivery } from '../../../prisma/generated/client.ts';
import { findPart, titleOf, type PersonPart } from '../../directory/person-parts.ts';
import { chooseTask } from '../choose-task.ts';
import type { NamedTasks } from '../named-tasks.ts';
import { decision, type Decision, type RowContext } from '../types.ts';
import type { ChooseAct } from './last-question.ts';

interface Choice {
  action: Action;
  act: ChooseAct;
  part: PersonPart;
}

/** 请选择说的是哪一项, answered in words instead of by its button: the stored words go on. null: no such answer. */
export async function typedChoice(
  context: RowContext,
  parts: PersonPart[],
  named: NamedTasks,
  { choices, delivery }: { choices: { action: Action; act: ChooseAct }[]; delivery: Delivery },
): Promise<Decision | null> {
  const text = context.row.text ?? '';
  const offered = choices.flatMap(({ action, act }): Choice[] => {
    const part = findPart(parts, act);
    return part ? [{ action, act, part }] : [];
  });
  const meant = meantBy(text, offered, named);
  const [only] = meant;
  if (only && meant.length === 1) return chooseTask(context, { ...only.action, delivery }, only.act);
  const isUnknown = named.unknown !== null && isBareMention(text);
  if (!isUnknown && meant.length === 0) return null;
  // Asked again about the words that wait, not about the number.
  const talk = await context.talk(delivery.planId);
  const { answers } = catalogueFor(talk.locale);
  const again = isUnknown ? offered : meant;
  const message = whichMessage(
    answers.noSuchTask(named.unknown ?? text),
    again.map(({ act, part }) => ({ label: choiceLabel(part.no, titleOf(part)), act })),
    talk,
  );
  return decision('answered', delivery.planId, {
    messages: [{ message }],
    closes: [{ deliveryId: delivery.id, closedWith: answers.cardAskedAgain }],
  });
}

const FILLER = /^(?:说的|讲的|指的)?(?:就?是)?(?:关于)?|(?:那|这)?(?:一|个)?(?:项|条)?(?:任务|工作|事项)?(?:的)?$/g;

function meantBy(text: string, offered: Choice[], { targets, choices }: NamedTasks): Choice[] {
  const plain = normalise(text).replace(/[\p{P}]+$/u, '');
  const parts = [...targets.map(({ part }) => part), ...choices];
  const isNamed = offered.filter(({ part }) => parts.some(({ entityId, part: { id } }) => isPart(part, entityId, id)));
  const isOnlyNamed =
    isBareMention(text) || parts.some((part) => plain.replace(FILLER, '') === normalise(titleOf(part)));
  if (parts.length > 0) return isOnlyNamed ? isNamed : [];
  const place = /^第?([\d一二三四五六七八九十]+)个$/.exec(plain.replace(FILLER, ''));
  if (place) return offered.slice(...nth(numberOf(place[1] ?? '')));
  const number = isBareMention(text) ? numberOf(plain.replace(/^(?:就?是)/, '')) : null;
  if (number !== null) return offered.filter(({ part: { no } }) => no !== null && numberOf(no) === number);
  const title = plain.replace(FILLER, '');
  return title.length < 2 ? [] : offered.filter(({ part }) => normalise(titleOf(part)).includes(title));
}

const isPart = (part: PersonPart, entityId: string, partId: string): boolean =>
  part.entityId === entityId && part.part.id === partId;

const nth = (place: string | null): [number, number] => {
  const at = Number(place ?? 0);
  return at > 0 ? [at - 1, at] : [0, 0];
};
