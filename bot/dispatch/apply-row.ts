import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { applyButton } from './apply-button.ts';
import { applyCode } from './apply-code.ts';
import { applyForm } from './apply-form.ts';
import { applyText } from './apply-text.ts';
import { decision, type Decision, type RowContext } from './types.ts';

/** What one row of a known person comes to. Throws UnavailableError; the row then comes again. */
export async function applyRow(context: RowContext): Promise<Decision> {
  switch (context.row.kind) {
    case 'button':
      return applyButton(context);
    case 'form':
      return applyForm(context);
    case 'code':
      return applyCode(context);
    case 'command': {
      const talk = await context.talk();
      return decision('answered', context.planId, {
        messages: [{ message: answerMessage('note', [catalogueFor(talk.locale).answers.help], talk) }],
      });
    }
    default:
      return applyText(context);
  }
}
