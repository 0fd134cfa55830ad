import type { ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorsOf } from '../../../../bot/slack/form/await-outcome.ts';
import { decodeForm } from '../../../../bot/slack/form/decode-form.ts';
import { renderForm } from '../../../../bot/slack/form/render-form.ts';
import { submitForm } from '../../../../bot/slack/form/submit-form.ts';
import type { FormField, FormView } from '../../../../domain/chat/form.ts';
import { problemOfView } from '../../../fakes/slack/check-blocks.ts';

const heard = { team: 'T1', receivedAt: '2026-11-23T02:12:00.000Z' };

const field = (name: FormField['name'], kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  name,
  label: '进度(0至100)',
  kind,
  value: null,
  required: false,
  ...more,
});

const form: FormView = {
  title: '填报进展',
  submit: '提交',
  buttonId: 'opaque-1',
  lines: [
    {
      entityId: 'task/1',
      partId: 'p1',
      label: '第(九)项"战略"',
      fields: [
        field('progress', 'number', { value: '40', hint: '上次登记40%' }),
        field('words', 'text'),
        field('expectedOn', 'date', { value: '2026-12-01' }),
        field('done', 'check', { value: 'true' }),
        field('figure/0', 'number'),
      ],
    },
    { entityId: 'task/2', partId: 'p2', label: '第(二)项', fields: [field('progress', 'number')] },
  ],
};

const submitted = (view: ModalView, values: Record<string, object>, trigger = 'tr.1') => ({
  type: 'view_submission',
  user: { id: 'U1' },
  trigger_id: trigger,
  view: {
    ...view,
    id: 'V1',
    state: { values: Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { element: value }])) },
  },
});

describe('a form as a modal', () => {
  it('has a line’s name and an input a field, filled in as it stands', () => {
    const view = renderForm(form);
    expect(problemOfView(view)).toBeNull();
    expect(view.title.text).toBe('填报进展');
    expect(view.blocks.map(({ type, block_id: id }) => id ?? type)).toEqual([
      'header',
      '0/progress',
      '0/words',
      '0/expectedOn',
      '0/done',
      '0/figure/0',
      'divider',
      'header',
      '1/progress',
    ]);
    expect(JSON.stringify(view.blocks)).toContain('"initial_date":"2026-12-01"');
    expect(JSON.stringify(view.blocks)).toContain('"initial_value":"40"');
    expect(JSON.stringify(view.blocks)).toContain('"initial_options"');
  });

  const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });
  const anyField = fc.record({
    name: fc.constantFrom<FormField['name']>(
      'progress',
      'words',
      'blocker',
      'expectedOn',
      'done',
      'reason',
      'newDueOn',
    ),
    label: anyText,
    kind: fc.constantFrom<FormField['kind']>('number', 'text', 'date', 'check'),
    value: fc.option(fc.oneof(anyText, fc.constant('长'.repeat(3_500)), fc.constant('2026-13-45'))),
    required: fc.boolean(),
    hint: anyText,
  });
  const anyLine = fc.record({
    entityId: fc.uuid().map((id) => `task/${id}`),
    partId: fc.uuid(),
    label: anyText,
    fields: fc.uniqueArray(anyField, { selector: ({ name }) => name, maxLength: 7 }),
  });

  it('holds Slack’s limits whatever it is about, and remembers the lines that it shows', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: anyText.map((text) => `填报${text}`),
          submit: fc.constant('提交'),
          buttonId: fc.string({ minLength: 22, maxLength: 22 }),
          note: anyText,
          lines: fc.array(anyLine, { minLength: 1, maxLength: 60 }),
        }),
        (any) => {
          const view = renderForm(any);
          const values = { '0/done': { selected_options: [] } };
          const decoded = decodeForm(submitted(view, values), heard);
          const shown = new Set(view.blocks.flatMap(({ block_id: id }) => (id ? [Number(id.split('/')[0])] : [])));
          const { lines } = decoded.kind === 'form' ? (decoded.message.payload as { lines: object[] }) : { lines: [] };
          return problemOfView(view) === null && lines.length > 0 && Math.max(0, ...shown) < lines.length;
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('a submitted form', () => {
  const view = renderForm(form);

  it('gives its lines as the web inbox posts them, under the button that asked', () => {
    const decoded = decodeForm(
      submitted(view, {
        '0/progress': { value: '85%' },
        '0/words': { value: '已印发' },
        '0/expectedOn': { selected_date: '2026-12-01' },
        '0/figure/0': { value: '1,200' },
        '1/done': { selected_options: [{ value: 'yes' }] },
      }),
      heard,
    );
    expect(decoded).toMatchObject({
      kind: 'form',
      message: {
        dedupeKey: 'slack/view/V1/tr.1',
        kind: 'form',
        payload: {
          buttonId: 'opaque-1',
          lines: [
            {
              entityId: 'task/1',
              partId: 'p1',
              progress: 85,
              words: '已印发',
              expectedOn: '2026-12-01',
              done: false,
              figures: { '0': 1_200 },
            },
            { entityId: 'task/2', partId: 'p2', progress: null, words: null, done: true },
          ],
        },
      },
    });
  });

  it.each([
    ['0/progress', { value: '八成' }, '进度应为0至100之间的数字。'],
    ['0/progress', { value: '120' }, '进度应为0至100之间的数字。'],
    ['0/figure/0', { value: '约三家' }, '数据应为数字。'],
    ['0/figure/0', { value: '-3' }, '数据不应小于0。'],
    ['0/expectedOn', { selected_date: '2026-02-30' }, '日期应写作YYYY-MM-DD。'],
  ])('says under %s what is wrong with %j', (block, value, sentence) =>
    expect(decodeForm(submitted(view, { [block]: value }), heard)).toEqual({
      kind: 'errors',
      errors: { [block]: sentence },
    }),
  );

  it('says that a reason is too short, as its label has it', () => {
    const reason = field('reason', 'text', { label: '理由(不少于5个字)', required: true });
    const asking = renderForm({ ...form, lines: [{ entityId: '', partId: '', label: '', fields: [reason] }] });
    expect(decodeForm(submitted(asking, { '0/reason': { value: '太忙' } }), heard)).toMatchObject({
      errors: { '0/reason': '理由不少于5个字。' },
    });
    expect(decodeForm(submitted(asking, { '0/reason': { value: '省级文件未下发' } }), heard).kind).toBe('form');
  });

  it('is passed over where it isn’t ours', () => {
    for (const private_metadata of ['not ours', '{}', '[]', ''])
      expect(decodeForm(submitted({ ...view, private_metadata }, {}), heard).kind).toBe('ignored');
  });

  const deps = {
    receive: async () => ({ inboxId: 'row-1', duplicate: false }),
    log: () => undefined,
  };
  const good = submitted(view, { '0/progress': { value: '85' } });

  it('closes where it was recorded, and shows a refusal under the field that it is about', async () => {
    const recorded = async () => ({ outcome: 'recorded' as const, code: null, sentence: '' });
    expect(await submitForm({ ...deps, outcome: recorded }, good, heard)).toEqual({ response_action: 'clear' });
    const refused = { outcome: 'refused' as const, code: 'NOT_YOURS' as const, sentence: '该事项不属于你单位。' };
    expect(await submitForm({ ...deps, outcome: async () => refused }, good, heard)).toEqual({
      response_action: 'errors',
      errors: { '0/progress': '该事项不属于你单位。' },
    });
    expect(errorsOf({ ...refused, code: 'REASON_REQUIRED' }, ['0/newDueOn', '0/reason'])).toEqual({
      '0/reason': '该事项不属于你单位。',
    });
    expect(errorsOf({ ...refused, code: 'EXTENSION_DATE_REST' }, ['0/reason', '0/newDueOn'])).toEqual({
      '0/newDueOn': '该事项不属于你单位。',
    });
  });

  it('is not said yes to where it could not be committed', async () => {
    const receive = async () => {
      throw new Error('not committed');
    };
    await expect(submitForm({ ...deps, receive, outcome: async () => null }, good, heard)).rejects.toThrow(
      'not committed',
    );
  });

  it('says that it was received where nothing is known in time, a hanging database too', async () => {
    const answers = await Promise.all([
      submitForm({ ...deps, withinMs: 80, outcome: async () => null }, good, heard),
      submitForm({ ...deps, withinMs: 80, outcome: () => new Promise(() => undefined) }, good, heard),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ response_action: 'update' });
      expect(problemOfView(answer && 'view' in answer ? answer.view : null)).toBeNull();
    }
  });
});
