import { z } from 'zod';
import { addressOf, ignored, type Decoded, type Heard } from './decoded.ts';

const Pressed = z.looseObject({
  user: z.looseObject({ id: z.string() }),
  container: z.union([
    z.looseObject({ channel_id: z.string(), message_ts: z.string() }),
    z.looseObject({ type: z.literal('view'), view_id: z.string() }),
  ]),
  actions: z
    .array(
      z.union([
        z.looseObject({ type: z.literal('button'), value: z.string(), action_ts: z.string() }),
        z.looseObject({
          type: z.literal('external_select'),
          selected_option: z.looseObject({ value: z.string() }),
          action_ts: z.string(),
        }),
      ]),
    )
    .min(1),
});

/** A `block_actions` body: one button of one card or of the home tab, or a task chosen from our menu. Who may press it is the inbox's to decide. */
export function decodeButton(body: unknown, heard: Heard): Decoded {
  const read = Pressed.safeParse(body);
  const action = read.data?.actions[0];
  if (!read.success || !action) return ignored('an action that is no button of ours');
  return {
    kind: 'message',
    message: {
      address: addressOf(heard, read.data.user.id),
      dedupeKey: `slack/${heard.team}/${placeOf(read.data.container)}/${action.action_ts}`,
      kind: 'button',
      text: null,
      payload: { buttonId: action.type === 'button' ? action.value : action.selected_option.value },
      receivedAt: heard.receivedAt,
    },
  };
}

const placeOf = (container: z.infer<typeof Pressed>['container']): string =>
  'message_ts' in container && typeof container.message_ts === 'string'
    ? `${String(container['channel_id'])}/${container.message_ts}`
    : `view/${String(container['view_id'])}`;
