import {
  buttonBody,
  changedEvent,
  commandBody,
  eventBody,
  mentionEvent,
  messageEvent,
  viewBody,
  type Origin,
} from './bodies.ts';
import type { Delivered, Deliver, Envelope } from './envelope.ts';
import type { SlackMessage, SlackUser, Workspace } from './workspace.ts';

/** What people do in Slack; each act resolves to what the app answered. */
export interface People {
  /** Types to the bot, in a thread where `threadTs` is given. */
  type(user: string, text: string, more?: { threadTs?: string; from?: Origin }): Promise<Delivered>;
  /** Changes what this person typed last. */
  edit(user: string, text: string): Promise<Delivered>;
  /** Presses a button of a card, on it or (forwarded) on another's. */
  press(user: string, value: string, from?: Origin): Promise<Delivered>;
  submit(user: string, view: { private_metadata: string; values: Record<string, unknown> }): Promise<Delivered>;
  command(user: string, text: string, from?: Origin): Promise<Delivered>;
  /** Mentions the bot where others read along. */
  mention(user: string, channel: string, text: string): Promise<Delivered>;
  /** Any event at all. */
  event(event: object, from?: Origin): Promise<Delivered>;
  /** What was delivered last comes again, under its own event_id or another. */
  redeliver(how?: { newEventId?: boolean }): Promise<Delivered>;
  /** The envelope that typing would make, for posts that Slack never made. */
  typed(user: string, text: string): Envelope;
  last(): Envelope;
}

export function createPeople(workspace: Workspace, deliver: () => Deliver): People {
  const home: Origin = { team: workspace.team };
  let last: Envelope | null = null;
  let retries = 0;

  const send = (envelope: Envelope): Promise<Delivered> => {
    last = envelope;
    retries = 0;
    return deliver()(envelope, 0);
  };
  const event = (inner: object, from: Origin = home): Promise<Delivered> =>
    send({ type: 'events_api', body: eventBody(workspace, inner, from) });
  const userOf = (id: string): SlackUser => {
    const user = workspace.users.get(id);
    if (!user) throw new Error(`the fake workspace has no user ${id}`);
    return user;
  };
  const write = (user: SlackUser, text: string, threadTs: string | null): SlackMessage => {
    const message: SlackMessage = {
      channel: user.dm,
      ts: workspace.newTs(),
      user: user.id,
      bot: false,
      text: escaped(text),
      blocks: [],
      metadata: null,
      threadTs,
      edited: null,
    };
    workspace.messages.push(message);
    return message;
  };
  const current = (): Envelope => {
    if (!last) throw new Error('nothing was delivered yet');
    return last;
  };

  return {
    event,
    last: current,
    type: (user, text, { threadTs, from = home } = {}) =>
      event(messageEvent(write(userOf(user), text, threadTs ?? null), from), from),
    typed: (user, text) => ({
      type: 'events_api',
      body: eventBody(workspace, messageEvent(write(userOf(user), text, null), home), home),
    }),
    edit(user, text) {
      const message = workspace.messages.findLast((each) => each.user === user);
      if (!message) throw new Error(`${user} typed nothing yet`);
      const before = message.text;
      Object.assign(message, { text: escaped(text), edited: workspace.newTs() });
      return event(changedEvent(workspace, message, before));
    },
    press(user, value, from = home) {
      const presser = userOf(user);
      const on = workspace.messages.find(({ blocks }) => JSON.stringify(blocks).includes(JSON.stringify(value)));
      const message = on ?? ({ ...write(presser, '', null), user: workspace.botUser } satisfies SlackMessage);
      return send({
        type: 'interactive',
        body: buttonBody(workspace, { user: presser, message, actionId: value || 'none', value }, from),
      });
    },
    submit: (user, view) =>
      send({ type: 'interactive', body: viewBody(workspace, { user: userOf(user), view }, home) }),
    command(user, text, from = home) {
      const who = userOf(user);
      return send({ type: 'slash_commands', body: commandBody(workspace, { user: who, channel: who.dm, text }, from) });
    },
    mention: (user, channel, text) => event(mentionEvent(channel, user, text, workspace.newTs())),
    redeliver({ newEventId = false } = {}) {
      const envelope = current();
      retries += 1;
      const body = newEventId ? { ...envelope.body, event_id: workspace.newId('Ev') } : envelope.body;
      return deliver()({ ...envelope, body }, retries);
    },
  };
}

/** As Slack keeps it: the three control characters are escaped. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
