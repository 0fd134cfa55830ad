import {
  buttonBody,
  changedEvent,
  commandBody,
  eventBody,
  fileEvent,
  mentionEvent,
  messageEvent,
  viewBody,
  type Origin,
} from './bodies.ts';
import type { Delivered, Deliver, Envelope } from './envelope.ts';
import type { SlackFile } from './files.ts';
import {
  homeOpenedEvent,
  messageActionBody,
  shortcutBody,
  submissionBody,
  suggestionBody,
  viewActionBody,
  type Acted,
} from './view-bodies.ts';
import type { ShownView, SlackMessage, SlackUser, Workspace } from './workspace.ts';

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
  /** Looks at the app's home tab. */
  openHome(user: string, tab?: 'home' | 'messages'): Promise<Delivered>;
  /** Presses a button of a view, or chooses from its menu. */
  actInView(user: string, view: ShownView, acted: Acted, from?: Origin): Promise<Delivered>;
  /** Sends a modal that was opened for them. `values` by block: the element with what was filled in. */
  submitView(user: string, view: ShownView, values: Record<string, unknown>, from?: Origin): Promise<Delivered>;
  /** Types into a menu that the app fills. */
  suggest(
    user: string,
    view: ShownView,
    asked: { blockId: string; actionId: string; value: string },
    from?: Origin,
  ): Promise<Delivered>;
  shortcut(user: string, callbackId: string, from?: Origin): Promise<Delivered>;
  /** Chooses the app's entry in a message's menu. */
  messageShortcut(user: string, message: SlackMessage, callbackId: string, from?: Origin): Promise<Delivered>;
  /** Puts files into the conversation with the bot, with or without words, in a thread where `threadTs` is given. */
  upload(user: string, files: SlackFile[], text?: string, threadTs?: string): Promise<Delivered>;
  /** Writes in some conversation that the app may not read. */
  writeIn(user: string, channel: string, text: string): SlackMessage;
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
  /** Whoever answers a message of a thread writes in that thread. */
  const threadOf = (channel: string, ts: string): string =>
    workspace.messages.find((each) => each.channel === channel && each.ts === ts)?.threadTs ?? ts;
  const write = (user: SlackUser, text: string, under: string | null, channel = user.dm): SlackMessage => {
    const message: SlackMessage = {
      channel,
      ts: workspace.newTs(),
      user: user.id,
      bot: false,
      text: escaped(text),
      blocks: [],
      metadata: null,
      threadTs: under === null ? null : threadOf(channel, under),
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
    openHome: (user, tab = 'home') => event(homeOpenedEvent(workspace, userOf(user), tab)),
    actInView: (user, view, acted, from = home) =>
      send({ type: 'interactive', body: viewActionBody(workspace, { user: userOf(user), view, acted }, from) }),
    submitView: (user, view, values, from = home) =>
      send({ type: 'interactive', body: submissionBody(workspace, { user: userOf(user), view, values }, from) }),
    suggest: (user, view, asked, from = home) =>
      send({ type: 'interactive', body: suggestionBody(workspace, { user: userOf(user), view, ...asked }, from) }),
    shortcut: (user, callbackId, from = home) =>
      send({ type: 'interactive', body: shortcutBody(workspace, { user: userOf(user), callbackId }, from) }),
    messageShortcut: (user, message, callbackId, from = home) =>
      send({
        type: 'interactive',
        body: messageActionBody(workspace, { user: userOf(user), message, callbackId }, from),
      }),
    upload(user, files, text = '', threadTs) {
      return event(fileEvent(write(userOf(user), text, threadTs ?? null), files, home));
    },
    writeIn: (user, channel, text) => write(userOf(user), text, null, channel),
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
