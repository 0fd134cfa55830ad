import { randomUUID } from 'node:crypto';
import { formOfButton } from '../../../bot/forms/form-of-button.ts';
import { buttonMessage, formMessage, textMessage } from '../../../bot/web-inbox/receive.ts';
import { inboxView } from '../../../bot/web-inbox/view.ts';
import type { Client } from './client.ts';
import type { WireWorld } from './wire-world.ts';

/** A person at their web inbox, as its routes take what the page posts. */
export function webClient({ h, bot }: WireWorld, personId: string): Client {
  const from = () => ({ personId, receivedAt: new Date() });
  const types = async (text: string): Promise<void> => {
    await bot.inbox.receive(textMessage({ text, clientId: randomUUID() }, from()));
  };
  return {
    async shown() {
      const { entries } = await inboxView(h.prisma, personId, { clock: h.clock, canAnswer: true });
      return entries
        .filter(({ side }) => side === 'in')
        .map(({ id, heading, lines, buttons }) => ({
          id,
          text: [heading, ...lines].join('\n'),
          buttons: buttons.map((button) => ({ label: button.label, id: button.id })),
        }));
    },
    types,
    commands: (text) => types(`/${text}`),
    async press(buttonId) {
      await bot.inbox.receive(buttonMessage({ buttonId, clientId: randomUUID() }, from()));
    },
    async correct(buttonId, progress) {
      const address = { channel: 'web' as const, team: '', externalId: personId };
      const form = await formOfButton({ prisma: h.prisma, clock: h.clock }, { buttonId, address });
      const lines = (form?.lines ?? []).map(({ entityId, partId }) => ({ entityId, partId, progress }));
      await bot.inbox.receive(formMessage({ buttonId, lines, clientId: randomUUID() }, from()));
    },
  };
}
