import { assertNever } from '../../../../domain/assert-never.ts';
import { catalogue } from '../i18n/language.tsx';
import type { Doubt, Wrong } from './form-values.ts';

/** What the page adds to a form: its fields and their labels come from the server. */
export const formWords = catalogue(
  {
    must: '必填',
    missing: '请填写必填项。',
    nothing: '请至少填写一项。',
    lookAbove: '请先更正标红的内容。',
    uploading: '佐证正在上传,请稍候。',
    wrong: (wrong: Wrong): string => {
      switch (wrong.kind) {
        case 'progress':
          return '请填0至100之间的数字。';
        case 'figure':
          return '请填数字,如12或12.5。';
        case 'short':
          return `不少于${wrong.least}个字。`;
        default:
          return assertNever(wrong);
      }
    },
    doubt: (doubt: Doubt): string =>
      doubt.kind === 'past'
        ? '该日期已过,请核实;无误的可直接提交。'
        : `低于上次登记的${doubt.last},请核实;无误的可直接提交。`,
  },
  {
    must: 'required',
    missing: 'Fill in what is required.',
    nothing: 'Fill in one field at least.',
    lookAbove: 'Correct what is marked red first.',
    uploading: 'Evidence is being uploaded.',
    wrong: (wrong: Wrong): string => {
      switch (wrong.kind) {
        case 'progress':
          return 'A number from 0 to 100.';
        case 'figure':
          return 'A number, such as 12 or 12.5.';
        case 'short':
          return `${wrong.least} characters at least.`;
        default:
          return assertNever(wrong);
      }
    },
    doubt: (doubt: Doubt): string =>
      doubt.kind === 'past'
        ? 'This day has passed. If it is right, submit it.'
        : `Less than the ${doubt.last} recorded last. If it is right, submit it.`,
  },
);
