import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { FormView } from '../../../domain/chat/form.ts';
import type { Address } from '../../../domain/chat/port.ts';
import type { Log } from '../quiet-logger.ts';
import { renderForm } from './render-form.ts';

export interface OpenFormDeps {
  /** With a short timeout: the press has three seconds in all. */
  client: WebClient;
  formOf: (button: { buttonId: string; address: Address }) => Promise<FormView | null>;
  log: Log;
}

const Pressed = z.looseObject({
  trigger_id: z.string(),
  view: z.looseObject({ id: z.string(), type: z.string() }).nullish(),
});

/**
 * Opens the form that a button asks for. False: it asks for none, or Slack didn't open it; the press then goes on
 * as any other, and the question comes in words.
 */
export async function openForm(
  { client, formOf, log }: OpenFormDeps,
  body: unknown,
  button: { buttonId: string; address: Address },
): Promise<boolean> {
  const pressed = Pressed.safeParse(body);
  if (!pressed.success) return false;
  try {
    const form = await formOf(button);
    if (!form) return false;
    const { view: within, trigger_id } = pressed.data;
    // A task was chosen in a modal: its form takes the place of the menu.
    if (within?.type === 'modal') await client.views.update({ view_id: within.id, view: renderForm(form) });
    else await client.views.open({ trigger_id, view: renderForm(form) });
    return true;
  } catch (error) {
    log('slack: a form was not opened', { error: error instanceof Error ? error.message : String(error) });
    return false;
  }
}
