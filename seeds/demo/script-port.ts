import { lineKey, scriptAnswer } from './script-answer.ts';
import type { ScriptContext, ScriptedContact, ScriptedOutcome, ScriptLine } from './types.ts';

/** The seeds' scripts as the scripted adapter takes them: it keeps a contact's script as plain JSON. */
export const seedScripts = {
  scriptAnswer: (script: unknown, lines: readonly ScriptLine[], context: ScriptContext): ScriptedOutcome | null =>
    scriptAnswer(script as ScriptedContact, lines, context),
  lineKey,
};
