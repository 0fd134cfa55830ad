import type { LineKey, ScriptAnswer } from '../../bot/scripted/types.ts';
import type { PromptLine } from '../../domain/chat/message.ts';
import { seedScripts } from '../../seeds/demo/script-port.ts';
import type { ScriptedReply, ScriptLine } from '../../seeds/demo/types.ts';

/**
 * The scripts as people in a chat give them: signatures by the card's button, reports and completions typed
 * into the conversation and confirmed on the card that comes back. No chat has the web inbox's form.
 */
export const typedScripts: { scriptAnswer: ScriptAnswer; lineKey: LineKey } = {
  lineKey: seedScripts.lineKey,
  scriptAnswer(script, lines, context) {
    const outcome = seedScripts.scriptAnswer(script, lines, context);
    return outcome && { ...outcome, replies: outcome.replies.map((reply) => typed(reply, lines)) };
  },
};

function typed(reply: ScriptedReply, lines: readonly PromptLine[]): ScriptedReply {
  const line = lines[reply.line];
  if (!line || (reply.action !== 'report' && reply.action !== 'claim-completion')) return reply;
  const { text = '', progress } = reply;
  const says = progress === undefined || text.includes(`${progress}%`);
  return {
    line: reply.line,
    action: 'text',
    confirm: true,
    text: says ? text : `${naming(line)}完成${progress}%,可按期办结。`,
  };
}

const naming = ({ no, title }: Pick<ScriptLine, 'no' | 'title'>): string => (no === null ? `“${title}”` : `第${no}项`);
