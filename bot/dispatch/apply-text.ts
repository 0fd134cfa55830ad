import { answerMessage, choiceLabel, whichMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { isBareComplaint } from '../../domain/chat/understand/complaint.ts';
import { hasContent } from '../../domain/chat/reply-questions.ts';
import { asksOffice, normalise } from '../../domain/chat/understand/clauses.ts';
import { sayRefusal } from '../../domain/chat/say-refusal.ts';
import { isOpenPart, isWithdrawn, titleOf, type PersonPart } from '../directory/person-parts.ts';
import { isBareMention } from '../../domain/evidence/bare-mention.ts';
import { answerComplaint } from './answer-complaint.ts';
import { answerAsked } from './asked/answer-asked.ts';
import { correctInWords, correctLastInWords } from './correct-in-words.ts';
import { askMoreTime } from './extension/ask-more.ts';
import { awaitedExtension } from './extension/awaited-extension.ts';
import { fileAsked, openFileQuestion } from './file-evidence.ts';
import { unchangedBecause } from './no-change.ts';
import { keepForOffice } from './keep-for-office.ts';
import { keepWithdrawn, withKept } from './keep-withdrawn.ts';
import { handOver } from './hand-over.ts';
import { proposeWords, readTargets } from './propose-words.ts';
import type { Target } from './propose.ts';
import { editedRollUp } from './roll-up/edited-roll-up.ts';
import { proposeRollUp } from './roll-up/propose-roll-up.ts';
import { refuseRow, type RowRefusal } from './refuse-row.ts';
import { talkedAbout } from './talked-about.ts';
import { namedTasks, type NamedTasks } from './named-tasks.ts';
import { inDigestOrder } from './reading/known-tasks.ts';
import { readWords } from './reading/read-words.ts';
import { decision, type Decision, type RowContext } from './types.ts';

const GREETING = /^(收到|好的?|知道了|知悉|收悉|明白|谢谢|感谢|辛苦了?|您?你?好|在吗|嗯+|ok)[了啦。.,~]*$/i;

/** Typed words: to the task they name, else to the one that was being spoken of, else one question. */
export async function applyText(context: RowContext): Promise<Decision> {
  const { row, person, deps } = context;
  const text = row.text ?? '';
  const plain = normalise(text);
  if (text.trim() === '') return refuseRow(context, { code: 'TEXT_EMPTY', onRecord: false });
  const rollUp = await editedRollUp(deps.prisma, person.id);
  if (rollUp) return proposeRollUp(context, rollUp, text);
  const parts = await context.parts();
  const open = parts.filter(isOpenPart);
  const named = await namedTasks(deps.prisma, parts, text);
  const [meant] = named.targets;
  const asked = meant && named.targets.length === 1 && isBareMention(text) ? await openFileQuestion(context) : null;
  if (meant && asked !== null) return fileAsked(context, asked, meant.part);
  const correction = await correctInWords(context, parts, named);
  if (correction) return correction;
  const answered = await answerAsked(context, parts, named);
  if (answered) return answered;
  const awaited = await awaitedExtension(context, open);
  if (awaited && named.targets.every(({ part }) => part === awaited.part) && named.choices.length === 0) {
    const decided = await askMoreTime(context, row, awaited.part, text, awaited.known);
    const closedWith = decided.messages[0]?.message.lines[0] ?? '';
    return { ...decided, closes: [...decided.closes, { deliveryId: awaited.deliveryId, closedWith }] };
  }
  if (named.targets.length > 0) {
    const meant = await readTargets(context, row, await targetsRead(context, named, open));
    const isPlainQuestion = asksOffice(plain) && !meant.some(saysSomething);
    if (isPlainQuestion && named.refusal === null && named.withdrawn.length === 0) return passToOffice(context);
    const proposed = await withRefusal(context, await proposeWords(context, row, meant), named.refusal);
    return named.withdrawn.length === 0
      ? proposed
      : withKept(proposed, await keepWithdrawn(context, row, named.withdrawn));
  }
  if (named.withdrawn.length > 0)
    return withRefusal(context, await keepWithdrawn(context, row, named.withdrawn), named.refusal);
  if (named.refusal) return refuseRow(context, named.refusal);
  const talk = await context.talk();
  const { answers } = catalogueFor(talk.locale);
  if (GREETING.test(plain))
    return decision('kept', context.planId, {
      messages: [{ message: answerMessage('note', [answers.acknowledged], talk) }],
    });
  const complains = isBareComplaint(text);
  if (!complains && asksOffice(plain)) return passToOffice(context);
  const about = named.choices.length > 0 || named.unknown !== null ? null : await talkedAbout(context, open);
  if (about?.words === 'unchanged-because') return unchangedBecause(context, about.part, text);
  if (about?.words) return keepForOffice(context, about.part, about.words, text);
  if (complains) return answerComplaint(context);
  const isTold = named.choices.length > 0 || named.unknown !== null || (about !== null && about.implicit !== true);
  const told = isTold || open.length < 2 ? [] : await targetsIn(context, open);
  if (told.some(saysSomething)) return proposeWords(context, row, told);
  const corrected = isTold ? null : await correctLastInWords(context, parts);
  if (corrected) return corrected;
  if (about) return proposeWords(context, row, [whole(about.part, text)]);
  const gone =
    named.choices.length > 0 || named.unknown !== null ? null : await talkedAbout(context, parts.filter(isWithdrawn));
  if (gone) return keepWithdrawn(context, row, [whole(gone.part, text)]);
  const choices = named.choices.length > 0 ? named.choices : open;
  const [only] = choices;
  if (!only)
    return decision('kept', context.planId, {
      messages: [{ message: answerMessage('note', [parts.length === 0 ? answers.noTask : answers.noOpenTask], talk) }],
    });
  if (choices.length === 1 && named.unknown === null) return proposeWords(context, row, [whole(only, text)]);
  const message = whichMessage(
    named.unknown === null ? answers.whichTask(text) : answers.noSuchTask(named.unknown),
    choices.map((part) => ({
      label: choiceLabel(part.no, titleOf(part)),
      act: { kind: 'choose-task', inboxId: row.id, entityId: part.entityId, partId: part.part.id },
    })),
    await context.talk(only.planId),
  );
  return decision('answered', only.planId, { messages: [{ message }] });
}

/** One text about one's own and another unit's task: the own goes on, the other is refused by name. */
async function withRefusal(context: RowContext, decided: Decision, refused: RowRefusal | null): Promise<Decision> {
  if (!refused) return decided;
  const { locale } = await context.talk(refused.planId ?? context.planId);
  const said = sayRefusal(refused, locale);
  const { messages, effects } = await refuseRow(context, { ...refused, sentence: `${refused.named ?? ''} ${said}` });
  return { ...decided, messages: [...decided.messages, ...messages], effects: [...decided.effects, ...effects] };
}

/** The tasks of which the whole text speaks, read at once. */
async function targetsIn(context: RowContext, open: PersonPart[]): Promise<Target[]> {
  const { row, person, deps } = context;
  const text = row.text ?? '';
  const parts = await inDigestOrder(deps.prisma, person.id, open);
  const { tasks, question } = await readWords(context, row, { text, parts });
  return tasks.map((read) => ({ part: read.part, words: read.item?.words || text, read: { read, question } }));
}

/** The named tasks, with what else the text says of others (其余无变化), where the reader found them all. */
async function targetsRead(context: RowContext, named: NamedTasks, open: PersonPart[]): Promise<Target[]> {
  const [only, ...others] = named.targets;
  if (named.refusal || named.withdrawn.length > 0 || open.length < 2 || !only) return named.targets;
  const read = await targetsIn(context, open);
  const isFound = named.targets.every(({ part }) => read.some((one) => one.part === part));
  if (!isFound) return named.targets;
  return others.length === 0 && read.length === 1 ? read.map((one) => ({ ...one, words: only.words })) : read;
}

const saysSomething = ({ read }: Target): boolean => !!read?.read.item && hasContent(read.read.item);

const whole = (part: PersonPart, words: string): Target => ({ part, words });

/** A question to the office is no report. */
const passToOffice = (context: RowContext): Promise<Decision> =>
  handOver(context, { key: 'question', kind: 'coordination', answer: ({ questionToOffice }) => questionToOffice });
