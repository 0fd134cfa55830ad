import type { KnownBlock } from '@slack/types';
import { heardYes } from '../../fakes/slack/deliver-http.ts';
import type { Client, ShownButton } from './client.ts';
import type { WireWorld } from './wire-world.ts';

/** A person in Slack; every act must be heard by the app. */
export function slackClient({ slack: { people, workspace } }: WireWorld, user: string): Client {
  const { dm } = workspace.addUser(user);
  const heard = async (delivered: Promise<{ status: number }>): Promise<void> => {
    const answer = await delivered;
    if (!heardYes(answer)) throw new Error(`slack heard ${answer.status}`);
  };
  return {
    shown: async () =>
      workspace.messages
        .filter(({ channel, bot }) => channel === dm && bot)

        .map(({ ts, blocks }) => ({ id: ts, text: textOf(blocks), buttons: buttonsOf(blocks) })),
    types: (text) => heard(people.type(user, text)),
    commands: (text) => heard(people.command(user, text)),
    press: (buttonId) => heard(people.press(user, buttonId)),
    async correct(buttonId, progress) {
      await heard(people.press(user, buttonId));
      const modal = [...workspace.views.values()].findLast((view) => view.user === user && view.type === 'modal');
      if (!modal) throw new Error('no modal was opened');
      await heard(people.submitView(user, modal, { '0/progress': { element: { value: String(progress) } } }));
    },
  };
}

const textOf = (blocks: KnownBlock[]): string =>
  blocks
    .flatMap((block) => ((block.type === 'header' || block.type === 'section') && block.text ? [block.text.text] : []))
    .join('\n');

const buttonsOf = (blocks: KnownBlock[]): ShownButton[] =>
  blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) =>
          element.type === 'button' ? [{ label: element.text.text, id: element.value ?? '' }] : [],
        )
      : [],
  );
