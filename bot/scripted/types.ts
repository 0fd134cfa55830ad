import { z } from 'zod';
import type { ButtonAct, LineRef, PromptLine } from '../../domain/chat/message.ts';

/** What a script says to one message; the demo's and the tests' scripts are of this shape (seeds/demo). */
export interface ScriptReply {
  line: number;
  action: 'receipt' | 'report' | 'no-change' | 'claim-completion' | 'text';
  text?: string;
  progress?: number;
  confirm?: boolean;
}

/** Pure: the same script, lines and context give the same answer; null: silence. */
export type ScriptAnswer = (
  script: unknown,
  lines: readonly PromptLine[],
  context: { sentAt: string; answeredBefore: number; planned: readonly string[] },
) => { delayMinutes: number; replies: ScriptReply[] } | null;

/** Names a line of a message, the same however often it is asked. */
export type LineKey = (line: PromptLine) => string;

/** One post of a planned answer. */
export type PlannedPost =
  | { kind: 'button'; act?: ButtonAct; buttonId?: string; text?: string }
  | { kind: 'form'; lines: { entityId: string; partId: string; words: string; progress: number | null }[] }
  | { kind: 'text'; text: string; ref: LineRef; confirm: boolean };

export interface PlannedBody {
  posts: PlannedPost[];
  keys: string[];
}

const body = z.object({
  posts: z.array(z.looseObject({ kind: z.enum(['button', 'form', 'text']) })),
  keys: z.array(z.string()),
});

export const parsePlannedBody = (json: unknown): PlannedBody => body.parse(json) as unknown as PlannedBody;
