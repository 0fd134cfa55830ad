import { z } from 'zod';
import { id, input, interactive, plain, text } from './check-elements.ts';

/** Slack's printed limits, which its types don't check (Block Kit reference). */
const MESSAGE_BLOCKS = 50;
const VIEW_BLOCKS = 100;

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), block_id: id.optional(), text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), block_id: id.optional() }),
  z
    .strictObject({
      type: z.literal('section'),
      block_id: id.optional(),
      text: text(3_000).optional(),
      fields: z.array(text(2_000)).min(1).max(10).optional(),
      accessory: interactive.optional(),
      expand: z.boolean().optional(),
    })
    .refine((section) => section.text !== undefined || section.fields !== undefined),
  z.strictObject({
    type: z.literal('context'),
    block_id: id.optional(),
    elements: z.array(text(3_000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id.optional(),
    elements: z.array(interactive).min(1).max(25),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id.optional(),
    label: plain(2_000),
    element: input,
    hint: plain(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
]);

const view = z.strictObject({
  type: z.enum(['modal', 'home']),
  title: plain(24).optional(),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3_000).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  blocks: z.array(z.unknown()).min(1),
});

/** What Slack would complain of, or null. Ids that occur twice are complained of as Slack does. */
export function problemOfBlocks(blocks: unknown, max = MESSAGE_BLOCKS): string | null {
  const read = z.array(block).max(max).safeParse(blocks);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`).join('; ');
  const blockIds = read.data.flatMap(({ block_id: each }) => each ?? []);
  if (hasTwice(blockIds)) return 'block_id is used twice';
  for (const each of read.data) {
    const elements = each.type === 'actions' ? each.elements : [];
    if (hasTwice(elements.flatMap(({ action_id: action }) => action ?? [])))
      return 'action_id is used twice in a block';
  }
  return null;
}

export function problemOfView(candidate: unknown): string | null {
  const read = view.safeParse(candidate);
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`).join('; ');
  const { type, title, submit, blocks } = read.data;
  if (type === 'modal' && !title) return 'title: required';
  if (type === 'home' && (title ?? submit)) return 'a home tab has neither title nor submit';
  if (!submit && type === 'modal' && blocks.some((each) => (each as { type?: string }).type === 'input'))
    return 'submit: required where there is an input';
  return problemOfBlocks(blocks, VIEW_BLOCKS);
}

const hasTwice = (ids: string[]): boolean => new Set(ids).size < ids.length;
