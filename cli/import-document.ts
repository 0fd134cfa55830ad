import { answerQuestion } from '../bot/desk/reading/answer-question.ts';
import { editReading } from '../bot/desk/reading/edit-reading.ts';
import { importReading } from '../bot/desk/reading/import-reading.ts';
import { readDocument } from '../bot/desk/reading/read-document.ts';
import { readingView } from '../bot/desk/reading/reading-view.ts';
import type { DeskActor } from '../bot/desk/deps.ts';
import type { NewAnswer } from '../domain/document/mark.ts';
import { RefusedError } from '../domain/refusals.ts';
import type { ReadingView } from '../web/api.ts';
import { said, type Answer } from './answer.ts';
import { UsageError } from './failure.ts';
import type { CommandSession } from './open-session.ts';
import { valueAsTyped } from './value-as-typed.ts';

export interface ImportOptions {
  /** `ID=VALUE`; an empty value keeps what stands. The id may be its number in the list of questions. */
  answer: string[];
  /** `POINTER=VALUE` */
  set: string[];
  acceptProposals?: boolean;
}

/**
 * Reads any document and imports it once nothing that matters is open; what was answered before stands.
 * Throws READING_OPEN with each open place, and what the acts throw.
 */
export async function importDocument(
  { office: { desk }, actor: whom }: Pick<CommandSession, 'office' | 'actor'>,
  file: { bytes: Uint8Array; name: string },
  options: ImportOptions,
): Promise<Answer> {
  const actor = await whom();
  const { readingId } = await readDocument(desk, actor, { bytes: file.bytes, fileName: file.name });
  const view = (): Promise<ReadingView> => readingView(desk, actor, { readingId });
  const before = await view();
  if (before.status === 'review') await mark(desk, actor, before, options);
  const seen = await view();
  try {
    const imported = await importReading(desk, actor, { readingId, hash: seen.hash });
    return said({ ...imported, readingId } as { summary: string });
  } catch (error) {
    if (error instanceof RefusedError && error.refusal.code === 'READING_OPEN') throw stillOpen(error, seen);
    throw error;
  }
}

async function mark(
  desk: CommandSession['office']['desk'],
  actor: DeskActor,
  view: ReadingView,
  { set, answer, acceptProposals = false }: ImportOptions,
): Promise<void> {
  const { id: readingId } = view;
  const changes = set.map((text) => {
    const { key: path, value } = keyed(text, '--set');
    return { path, now: valueAsTyped(view, path, value) };
  });
  if (changes.length > 0) await editReading(desk, actor, { readingId, changes });
  const given = answer.map((text) => answerAsTyped(view, text));
  const answered = new Set(given.map(({ questionId }) => questionId));
  const accepted: NewAnswer[] = view.questions
    .filter(({ id, state, proposal }) => state === 'open' && !answered.has(id) && (proposal ?? false) !== false)
    .map(({ id }) => ({ questionId: id, kind: 'accept' }));
  const answers = [...given, ...(acceptProposals ? accepted : [])];
  if (answers.length > 0) await answerQuestion(desk, actor, { readingId, answers });
}

function answerAsTyped(view: ReadingView, text: string): NewAnswer {
  const { key, value } = keyed(text, '--answer');
  const question = /^\d+$/.test(key) ? view.questions[Number(key) - 1] : view.questions.find(({ id }) => id === key);
  if (!question) throw new UsageError(`没有编号为“${key}”的问题。`);
  const { id: questionId, path } = question;
  return value === ''
    ? { questionId, kind: 'keep' }
    : { questionId, kind: 'value', value: valueAsTyped(view, path, value) };
}

/** The first `=` parts place and value: no id and no pointer holds one. */
function keyed(text: string, option: string): { key: string; value: string } {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`${option} 应写作 编号=内容,现为“${text}”。`);
  return { key: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

const HOW =
  '请用 --answer 编号=答复 逐项答复(编号后不写内容为按原文不改),或用 --accept-proposals 全部采用建议,--set 位置=内容 改正其他各处;也可到“方案”页核对。';

function stillOpen(error: RefusedError, { questions, problems, open }: ReadingView): UsageError {
  const asked = questions.flatMap(({ id, text, proposal, state }, at) =>
    state !== 'open'
      ? []
      : [
          {
            at: `${at + 1} ${id}`,
            message: `${open.includes(id) ? '' : '(可不答)'}${text}${(proposal ?? null) === null ? '' : ` 建议:${typeof proposal === 'string' ? proposal : JSON.stringify(proposal)}`}`,
          },
        ],
  );
  const broken = problems.map(({ path, message }) => ({ at: path, message }));
  return new UsageError(`${error.refusal.message}${HOW}`, 'READING_OPEN', [...asked, ...broken]);
}
