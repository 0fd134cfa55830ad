import { applyButton } from './apply-button.ts';
import { applyCode } from './apply-code.ts';
import { applyDirective } from './apply-directive.ts';
import { applyForm } from './apply-form.ts';
import { applyWords } from './apply-words.ts';
import { applyCommand } from './office/apply-command.ts';
import { isWordless } from '../evidence/files-of.ts';
import { tooMany } from './too-many.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** What one row of a known person comes to. Throws UnavailableError; the row then comes again. */
export async function applyRow(context: RowContext): Promise<Decision> {
  switch (context.row.kind) {
    case 'button':
      return applyButton(context);
    case 'form':
      return applyForm(context);
    case 'code':
      return applyCode(context, context.row.text ?? '');
    case 'command':
      return applyCommand(context);
    default:
      // Files by themselves: kept first, then it is asked whose evidence they are.
      if (isWordless(context.row)) return decision('answered', context.planId);
      return (await tooMany(context)) ?? (await applyDirective(context)) ?? applyWords(context);
  }
}
