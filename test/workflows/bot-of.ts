import { createChannels } from '../../bot/channels.ts';
import type { DeskDeps } from '../../bot/desk/deps.ts';
import { createDeskUpdates } from '../../bot/desk-updates.ts';
import { createDispatch, type Dispatch, type DispatchDeps } from '../../bot/dispatch.ts';
import { createEntityUpdates } from '../../bot/entity-updates.ts';
import { createInbox, type Inbox } from '../../bot/inbox.ts';
import type { Harness } from './harness.ts';

export interface Bot {
  inbox: Inbox;
  dispatch: Dispatch;
  deps: DispatchDeps;
  desk: DeskDeps;
}

/**
 * The product's receiving side on a harness: what people send is applied as soon as it is committed.
 * `byDrain`: not before somebody asks for it, so that several messages wait together.
 */
export function botOf(h: Harness, { byDrain = false } = {}): Bot {
  const { prisma, clock, entities } = h;
  const noDemo = () => Promise.reject(new Error('no demo here'));
  const client = async () => h.env.client;
  const desk: DeskDeps = {
    prisma,
    clock,
    entities,
    updates: createDeskUpdates(client, prisma),
    demo: { step: noDemo, reset: noDemo, remove: noDemo },
    log: () => {},
  };
  const deps: DispatchDeps = {
    prisma,
    clock,
    desk,
    updates: createEntityUpdates(client, prisma),
    channels: createChannels([...h.deps.ports.values()]),
    failpoints: async () => {},
    log: () => {},
    kickSender: entities.kickSender,
  };
  const dispatch = createDispatch(deps);
  return {
    inbox: createInbox({ prisma, clock, failpoints: async () => {}, kick: byDrain ? () => {} : dispatch.kick }),
    dispatch,
    deps,
    desk,
  };
}
