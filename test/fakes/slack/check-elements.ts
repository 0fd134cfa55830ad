import { z } from 'zod';

/** Block Kit's elements with their printed limits (Block Kit reference), of the kinds that an app may send. */
export const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
export const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
export const text = (max: number) => z.union([plain(max), mrkdwn(max)]);
export const id = z.string().min(1).max(255);

const style = z.enum(['primary', 'danger']).optional();

const confirm = z
  .strictObject({ title: plain(100), text: text(300), confirm: plain(30), deny: plain(30), style })
  .optional();

const option = z.strictObject({
  text: text(75),
  value: z.string().min(1).max(150),
  description: text(75).optional(),
});

const actionId = id.optional();
const placeholder = plain(150).optional();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const button = z.strictObject({
  type: z.literal('button'),
  action_id: actionId,
  text: plain(75),
  value: z.string().max(2_000).optional(),
  url: z.url().max(3_000).optional(),
  style,
  confirm,
});

const textInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: actionId,
    initial_value: z.string().max(3_000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3_000).optional(),
    max_length: z.number().int().min(1).max(3_000).optional(),
    placeholder,
    focus_on_load: z.boolean().optional(),
  })
  .refine(({ initial_value: value, max_length: max }) => (value ?? '').length <= (max ?? 3_000));

const numberInput = z.strictObject({
  type: z.literal('number_input'),
  action_id: actionId,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
  placeholder,
});

const datepicker = z.strictObject({
  type: z.literal('datepicker'),
  action_id: actionId,
  initial_date: day.optional(),
  placeholder,
  confirm,
  focus_on_load: z.boolean().optional(),
});

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: actionId,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).max(10).optional(),
  confirm,
});

const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  action_id: actionId,
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
  placeholder,
  confirm,
});

const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  action_id: actionId,
  min_query_length: z.number().int().min(0).optional(),
  initial_option: option.optional(),
  placeholder,
  confirm,
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(option).min(1).max(5),
  confirm,
});

export const interactive = z.discriminatedUnion('type', [
  button,
  staticSelect,
  externalSelect,
  overflow,
  datepicker,
  checkboxes,
]);

/** What an input block takes; buttons and overflow menus it doesn't. */
export const input = z.discriminatedUnion('type', [
  textInput,
  numberInput,
  datepicker,
  checkboxes,
  staticSelect,
  externalSelect,
]);

/** The answer of an app to `block_suggestion`. */
export const suggestions = z.strictObject({ options: z.array(option).max(100) });
