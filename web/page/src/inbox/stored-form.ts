import type { FormView } from '../../../api.ts';
import { get, RequestFailed } from '../api/http.ts';
import { storedValue, storeValue } from '../api/stored.ts';

/** The report form that was seen last, so that it opens without a line too. */
const SEEN = 'form.seen';

/** The form that a button opens; null: it opens none. Throws RequestFailed. */
export async function formOf(buttonId: string, personId: string | null): Promise<FormView | null> {
  const query = new URLSearchParams({ button: buttonId, ...(personId === null ? {} : { person: personId }) });
  try {
    const { form } = await get<{ form: FormView | null }>(`/inbox/form?${query}`);
    if (form?.reports) storeValue(SEEN, JSON.stringify(form));
    return form;
  } catch (error) {
    const seen = error instanceof RequestFailed && error.status === 0 ? seenForm() : null;
    if (seen?.buttonId !== buttonId) throw error;
    return seen;
  }
}

function seenForm(): FormView | null {
  try {
    return JSON.parse(storedValue(SEEN) ?? 'null') as FormView | null;
  } catch {
    return null;
  }
}

/** Asked for ahead, so that it can be filled in where the line drops meanwhile. */
export const keepForm = (buttonId: string): Promise<unknown> => formOf(buttonId, null).catch(() => null);
