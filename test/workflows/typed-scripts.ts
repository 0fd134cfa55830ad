import type { LineKey, ScriptAnswer, ScriptReply } from '../../bot/scripted/types.ts';
import type { PromptLine } from '../../domain/chat/message.ts';
import { seedScripts } from '../../seeds/demo/script-port.ts';

interface Scripts {
  scriptAnswer: ScriptAnswer;
  lineKey: LineKey;
}

/** Signatures by button, reports on the form, completions typed and confirmed on the card that comes back. */
export const formScripts = scripts((replies) =>
  replies.map((reply) => (reply.action === 'claim-completion' ? typed(reply) : reply)),
);

/**
 * As people in a chat give them, who have no form there: the first report of a message is typed into the
 * conversation and confirmed too, the rest is filled in on the web inbox.
 */
export const typedScripts = scripts((replies, lines) => {
  // Words of less than what is on record are asked about first; a form isn't.
  const first = replies.find(
    ({ action, line, progress }) => action === 'report' && (lines[line]?.progress ?? 0) <= (progress ?? 0),
  );
  return replies.map((reply) => (reply.action === 'claim-completion' || reply === first ? typed(reply) : reply));
});

/**
 * The seeds' scripts with words that tell a line by itself alone: what a person answers to it is the same in every
 * run, however the lines were put into messages. `put` says by which acts the words come.
 */
function scripts(put: (said: ScriptReply[], lines: readonly PromptLine[]) => ScriptReply[]): Scripts {
  return {
    lineKey: seedScripts.lineKey,
    scriptAnswer(script, lines, context) {
      const outcome = seedScripts.scriptAnswer(script, lines, context);
      return (
        outcome && {
          delayMinutes: besideDigests(outcome.delayMinutes),
          replies: put(
            outcome.replies.map((reply) => said(reply, lines)),
            lines,
          ),
        }
      );
    },
  };
}

/**
 * Days later at the minute of the message is the minute of another digest: whether that one still asks would hang on
 * which of the two is heard first.
 */
const besideDigests = (delayMinutes: number): number =>
  delayMinutes < MINUTES_OF_DAY ? delayMinutes : delayMinutes + 100;

const MINUTES_OF_DAY = 24 * 60;

const typed = ({ line, text = '' }: ScriptReply): ScriptReply => ({ line, action: 'text', confirm: true, text });

function said(reply: ScriptReply, lines: readonly PromptLine[]): ScriptReply {
  const line = lines[reply.line];
  if (!line || (reply.action !== 'report' && reply.action !== 'claim-completion')) return reply;
  // Whatever rung asks: a message that a provider put off may have left the others behind.
  if (line.duty === 'completion')
    return { line: reply.line, action: 'claim-completion', text: `${naming(line)}已按要求完成,申请办结。` };
  const progress = progressBy(line);
  return { line: reply.line, action: 'report', progress, text: `${naming(line)}完成${progress}%,可按期办结。` };
}

/** Rises with the month in which the line is due, and never comes to an end before it. */
function progressBy({ dueOn }: PromptLine): number {
  const [year = 0, month = 0] = dueOn.split('-').map(Number);
  return Math.min(95, 10 + ((year - FIRST_YEAR) * 12 + month) * 2);
}

const FIRST_YEAR = 2026;

const naming = ({ no, title }: PromptLine): string => (no === null ? `“${title}”` : `第${no}项`);
