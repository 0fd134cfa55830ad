import type { FormView, InboxView } from '../../api.ts';
import { zhForms } from '../../../domain/chat/catalogue/zh-forms.ts';
import { NOTHING_SO_FAR, reportFields } from '../../../domain/chat/report-fields.ts';

/** 逐项填报 of all that is open; null for any other button. */
export function formOf(buttonId: string, inbox: InboxView | null): FormView | null {
  if (inbox === null || !buttonId.endsWith('-fill')) return null;
  return {
    title: zhForms.titles.report,
    submit: zhForms.submit,
    buttonId,
    reports: true,
    lines: inbox.open.map(({ entityId, partId, no, title, duties, progress, isReported }, at) => ({
      entityId,
      partId,
      label: `第${no ?? ''}项"${title}"`,
      note: duties.map(({ label, dueOn, late }) => zhForms.owed(label, dueOn, late)).join(';'),
      fields: reportFields(
        {
          ...NOTHING_SO_FAR,
          lastProgress: progress,
          today: '2026-11-20',
          isReported,
          figures: at === 0 ? [{ name: '联合执法', unit: '次', last: 6, target: 12, value: null }] : [],
        },
        zhForms,
        20,
      ),
    })),
  };
}
