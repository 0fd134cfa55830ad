import type { RefusalCode } from '../../../domain/refusals.ts';
import type { Ways, World } from './ways.ts';

/** One try: what is so before, and how it is asked for by each way. */
export interface Try {
  by: string;
  given?: (world: World, ways: Ways) => Promise<void>;
  /** Happens after the card was shown and before it is pressed. */
  meanwhile?: (world: World, ways: Ways) => Promise<void>;
  /** A route with its body, or the same words and buttons as in chat, through the page's inbox. */
  page: { path: string; body: (world: World) => object | Promise<object> } | 'inbox';
  cli: string[] | ((world: World) => Promise<string[]>);
  /** `/…` a command, `〔…〕` a button of the newest card that has it, else typed words. */
  chat: string[];
}

/** An act with its Event, and the same act refused. */
export interface ParityAct extends Try {
  act: string;
  /** Kind of the Event; `desk`: on the plan's own chain. */
  event: string;
  on?: 'desk' | 'plan';
  refused: Partial<Try> & { code: RefusalCode };
}

/** Acts that are chosen from a list of the page or the command line. */
export type ListedAct = Omit<ElsewhereAct, 'chat' | 'says'>;

/** Rare acts of the office that chat answers by where they are done. */
export interface ElsewhereAct {
  act: string;
  by: string;
  page: Exclude<Try['page'], 'inbox'>;
  cli: string[];
  chat: string;
  says: string;
  refused: RefusalCode;
}
