import type { Address } from '../../domain/chat/port.ts';
import type { FormView } from '../../domain/chat/form.ts';
import type { DeskDeps } from '../desk/deps.ts';
import { formOfButton } from '../forms/form-of-button.ts';
import type { FormOutcome } from './form/await-outcome.ts';
import { formOutcome } from './form/form-outcome.ts';
import { loadHome, type LoadedHome } from './home/load-home.ts';

/** What the listener shows beside taking messages in: pages and forms, read from the database. */
export interface SlackFront {
  home(address: Address): Promise<LoadedHome>;
  /** The form that a button opens; null: it opens none. */
  formOf(button: { buttonId: string; address: Address }): Promise<FormView | null>;
  /** What became of a row; null while it is open. */
  outcome(inboxId: string): Promise<FormOutcome | null>;
}

export const createSlackFront = (desk: DeskDeps): SlackFront => ({
  home: (address) => loadHome(desk, address),
  formOf: (button) => formOfButton(desk, button),
  outcome: (inboxId) => formOutcome(desk.prisma, inboxId),
});
