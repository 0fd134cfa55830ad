import { z } from 'zod';

/** Slack's printed limits, which its types don't check (Block Kit reference). */
const MESSAGE_BLOCKS = 50;
const MODAL_BLOCKS = 100;

const plain = (max: number) =>
  z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });
const mrkdwn = (max: number) =>
  z.object({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });
const text = (max: number) => z.union([plain(max), mrkdwn(max)]);
const id = z.string().min(1).max(255);

const button = z.object({
  type: z.literal('button'),
  action_id: id.optional(),
  text: plain(75),
  value: z.string().max(2_000).optional(),
  url: z.url().max(3_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const otherElement = z.looseObject({ type: z.string().refine((type) => type !== 'button'), action_id: id.optional() });

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('header'), block_id: id.optional(), text: plain(150) }),
  z.object({ type: z.literal('divider'), block_id: id.optional() }),
  z
    .object({
      type: z.literal('section'),
      block_id: id.optional(),
      text: text(3_000).optional(),
      fields: z.array(text(2_000)).min(1).max(10).optional(),
      accessory: z.union([button, otherElement]).optional(),
      expand: z.boolean().optional(),
    })
    .refine((section) => section.text !== undefined || section.fields !== undefined),
  z.object({ type: z.literal('context'), block_id: id.optional(), elements: z.array(text(3_000)).min(1).max(10) }),
  z.object({
    type: z.literal('actions'),
    block_id: id.optional(),
    elements: z
      .array(z.union([button, otherElement]))
      .min(1)
      .max(25),
  }),
  z.object({
    type: z.literal('input'),
    block_id: id.optional(),
    label: plain(2_000),
    element: otherElement,
    hint: plain(2_000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
]);

const view = z.object({
  type: z.enum(['modal', 'home']),
  title: plain(24).optional(),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  callback_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3_000).optional(),
  blocks: z.array(z.unknown()),
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
  if (read.data.type === 'modal' && !read.data.title) return 'title: required';
  return problemOfBlocks(read.data.blocks, MODAL_BLOCKS);
}

const hasTwice = (ids: string[]): boolean => new Set(ids).size < ids.length;
