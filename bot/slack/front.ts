import type { Address } from '../../domain/chat/port.ts';
import type { FormView } from '../../domain/chat/form.ts';
import type { DeskDeps } from '../desk/deps.ts';
import { formOfButton } from '../forms/form-of-button.ts';
import type { FormOutcome } from './form/await-outcome.ts';
import { formOutcome } from './form/form-outcome.ts';
import { mayBring } from './shortcuts/may-bring.ts';
import { ownWords, taskChoices } from './shortcuts/task-choices.ts';
import type { Choice } from './shortcuts/task-menu.ts';
import { loadHome, type LoadedHome } from './home/load-home.ts';

/** What the listener shows beside taking messages in: pages and forms, read from the database. */
export interface SlackFront {
  home(address: Address): Promise<LoadedHome>;
  /** The form that a button opens; null: it opens none. */
  formOf(button: { buttonId: string; address: Address }): Promise<FormView | null>;
  /** Tasks by number, title or unit, each with the button that it stands for. */
  choices(address: Address, query: string): Promise<Choice[]>;
  /** One's own list in a few lines. */
  ownWords(address: Address): Promise<string[]>;
  /** Name of the author whose words `by` may bring. Throws RefusedError. */
  mayBring(by: Address, author: Address): Promise<string>;
  /** What became of a row; null while it is open. */
  outcome(inboxId: string): Promise<FormOutcome | null>;
}

export const createSlackFront = (desk: DeskDeps): SlackFront => ({
  home: (address) => loadHome(desk, address),
  formOf: (button) => formOfButton(desk, button),
  choices: (address, query) => taskChoices(desk, address, query),
  ownWords: (address) => ownWords(desk, address),
  mayBring: (by, author) => mayBring(desk, by, author),
  outcome: (inboxId) => formOutcome(desk.prisma, inboxId),
});
