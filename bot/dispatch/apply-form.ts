import { applyButtonForm } from './forms/apply-button-form.ts';
import { Form, recordLines, wrongIn } from './forms/form-lines.ts';
import { refuseRow } from './refuse-row.ts';
import type { Decision, RowContext } from './types.ts';

/** A filled form is structured: what it says is recorded at once, without a card. */
export async function applyForm(context: RowContext): Promise<Decision> {
  const parsed = Form.safeParse(context.row.payload);
  if (!parsed.success) {
    const what = `${wrongIn(parsed.error)}。请更正后重新提交。`;
    return refuseRow(context, { code: 'INPUT_INVALID', details: { what } });
  }
  const { buttonId, lines } = parsed.data;
  return buttonId === undefined ? recordLines(context, lines) : applyButtonForm(context, lines);
}
