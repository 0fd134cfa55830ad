import { expect } from 'vitest';
import { incoming, say, said, type Said } from './bot/acts.ts';
import type { World } from './bot/world.ts';
import type { PortUnderTest, Wire } from './wire.ts';

/** What a person does on a channel, through its wire where it has one; each act is applied before it resolves. */
export interface Through {
  type(personId: string, text: string): Promise<Said>;
  press(personId: string, buttonId: string | undefined): Promise<Said>;
}

/** Nobody answers within the same second; how fast a provider lets us send is tried elsewhere. */
export async function aWhileGoesBy({ prisma }: World): Promise<void> {
  await prisma.rateBucket.deleteMany();
}

export function throughInbox(world: World, { channel }: PortUnderTest): Through {
  return {
    type: (personId, text) => say(world, incoming(personId, channel, { kind: 'text', text })),
    press: (personId, buttonId) => say(world, incoming(personId, channel, { kind: 'button', payload: { buttonId } })),
  };
}

export function throughWire(world: World, wire: Wire): Through {
  const newRow = async (act: () => Promise<string>): Promise<Said> => {
    const before = new Set((await world.prisma.inbox.findMany({ select: { id: true } })).map(({ id }) => id));
    await aWhileGoesBy(world);
    expect(await act()).toBe('yes');
    await world.dispatch.drain();
    const rows = await world.prisma.inbox.findMany({ select: { id: true } });
    const fresh = rows.filter(({ id }) => !before.has(id));
    expect(fresh).toHaveLength(1);
    return said(world, fresh[0]?.id ?? '');
  };
  return {
    type: (personId, text) => newRow(() => wire.type(personId, text)),
    press: (personId, buttonId) => newRow(() => wire.press(personId, buttonId ?? '')),
  };
}
