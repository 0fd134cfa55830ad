import { describe, expect, it } from 'vitest';
import { decodeButton } from '../../../bot/slack/decode-button.ts';
import { decodeCommand } from '../../../bot/slack/decode-command.ts';
import { decodeMention, decodeMessage } from '../../../bot/slack/decode-message.ts';
import { plainWords } from '../../../bot/slack/plain-words.ts';
import { foreignTeam } from '../../../bot/slack/team-of.ts';
import { codeInText } from '../../../bot/directory/code-in-text.ts';

const heard = { team: 'T1', receivedAt: '2026-11-23T02:12:00.000Z' };
const CODE = '7K3M-9QXD-2FWA-N5RT';
const message = (more: object = {}) => ({
  type: 'message',
  channel: 'D1',
  channel_type: 'im',
  user: 'U1',
  text: '第(九)项完成85%',
  ts: '1763860320.000100',
  event_ts: '1763860320.000100',
  ...more,
});

describe('a typed message', () => {
  it('is a text under team, channel and ts', () => {
    expect(decodeMessage(message(), heard)).toEqual({
      kind: 'message',
      message: {
        address: { channel: 'slack', team: 'T1', externalId: 'U1' },
        dedupeKey: 'slack/T1/D1/1763860320.000100',
        kind: 'text',
        text: '第(九)项完成85%',
        payload: {},
        receivedAt: heard.receivedAt,
      },
    });
  });

  it('names the message that it replies to, and the thread, of a file and of an edit too', () => {
    const changed = {
      ...message({ subtype: 'message_changed' }),
      message: message({ thread_ts: '1.2', edited: { user: 'U1', ts: '1.4' } }),
    };
    for (const event of [
      message({ thread_ts: '1.2' }),
      message({ thread_ts: '1.2', subtype: 'file_share', text: '', files: [{ id: 'F1', name: '表.pdf' }] }),
      changed,
    ])
      expect(decodeMessage(event, heard)).toMatchObject({
        message: { payload: { replyToRef: { channel: 'D1', ts: '1.2' }, thread: { channel: 'D1', ts: '1.2' } } },
      });
  });

  it('is an edit of the first one, under a key of its own, where Slack reports a change by its author', () => {
    const {
      channel,
      channel_type: where,
      ...inner
    } = message({ text: '完成90%', edited: { user: 'U1', ts: '1763860400.0002' } });
    const changed = {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      channel,
      channel_type: where,
      message: inner,
    };
    expect(decodeMessage(changed, heard)).toMatchObject({
      message: {
        dedupeKey: 'slack/T1/D1/1763860320.000100/1763860400.0002',
        kind: 'text',
        text: '完成90%',
        payload: { edits: 'slack/T1/D1/1763860320.000100' },
      },
    });
    expect(decodeMessage({ ...changed, previous_message: inner }, heard).kind).toBe('ignored');
    expect(decodeMessage({ ...changed, message: { ...inner, edited: undefined } }, heard).kind).toBe('ignored');
  });

  it('counts in a direct conversation, told by its id where the kind is left out', () => {
    expect(decodeMessage(message({ channel_type: undefined }), heard).kind).toBe('message');
    expect(decodeMessage(message({ channel_type: undefined, channel: 'C1' }), heard).kind).toBe('ignored');
  });

  it('keeps what files came with it, with or without words', () => {
    const files = [
      { id: 'F1', name: '佐证.pdf', mimetype: 'application/pdf', size: 12, url_private: 'https://files.example/x' },
    ];
    expect(decodeMessage(message({ subtype: 'file_share', text: '', files }), heard)).toMatchObject({
      message: {
        text: '〔附件〕佐证.pdf',
        payload: { files: [{ id: 'F1', name: '佐证.pdf', mime: 'application/pdf', size: 12 }] },
      },
    });
    expect(JSON.stringify(decodeMessage(message({ subtype: 'file_share', files }), heard))).not.toContain(
      'url_private',
    );
  });

  it.each([
    ['in a channel', { channel_type: 'channel' }],
    ['in a group', { channel_type: 'mpim' }],
    ['of the bot itself', { bot_id: 'B1' }],
    ['of another bot', { subtype: 'bot_message', bot_id: 'B2', user: undefined }],
    ['of Slackbot', { user: 'USLACKBOT' }],
    ['of a join', { subtype: 'channel_join' }],
    ['of a deletion', { subtype: 'message_deleted' }],
    ['without words', { text: '  ' }],
    ['of a strange shape', { ts: 5 }],
  ])('is passed over %s', (_, more) => expect(decodeMessage(message(more), heard).kind).toBe('ignored'));

  it('that consists of a one-time code binds, however it is typed', () => {
    for (const text of [CODE, ` ${CODE.toLowerCase()} `, `绑定 ${CODE}`, `绑定:${CODE.replaceAll('-', ' ')}`])
      expect(decodeMessage(message({ text }), heard)).toMatchObject({ message: { kind: 'code' } });
    for (const text of ['第(九)项完成85%', `我的码是${CODE}`, 'OK', '1234'])
      expect(decodeMessage(message({ text }), heard)).toMatchObject({ message: { kind: 'text' } });
  });

  it('is refused where it mentions the bot before others', () => {
    expect(decodeMention({ type: 'app_mention', channel: 'C1', user: 'U1', text: '<@U0> 85%', ts: '1.1' })).toEqual({
      kind: 'elsewhere',
      channel: 'C1',
      user: 'U1',
    });
    expect(decodeMention({ channel: 'C1', user: 'U1', bot_id: 'B1' }).kind).toBe('ignored');
    expect(decodeMention({ channel: 'D1', user: 'U1' }).kind).toBe('ignored');
  });
});

describe('a button and a command', () => {
  it('is known by its action_ts', () => {
    const body = {
      type: 'block_actions',
      user: { id: 'U1', team_id: 'T1' },
      container: { type: 'message', channel_id: 'D1', message_ts: '1.2' },
      actions: [{ type: 'button', action_id: 'x', value: 'opaque', action_ts: '3.4' }],
    };
    expect(decodeButton(body, heard)).toMatchObject({
      message: { dedupeKey: 'slack/T1/D1/1.2/3.4', kind: 'button', text: null, payload: { buttonId: 'opaque' } },
    });
    const atHome = { ...body, container: { type: 'view', view_id: 'V1' } };
    expect(decodeButton(atHome, heard)).toMatchObject({ message: { dedupeKey: 'slack/T1/view/V1/3.4' } });
    expect(decodeButton({ ...body, actions: [] }, heard).kind).toBe('ignored');
    expect(decodeButton({ ...body, actions: [{ type: 'static_select', action_ts: '3.4' }] }, heard).kind).toBe(
      'ignored',
    );
  });

  it('takes what follows /duban, and 绑定 with a code', () => {
    const command = (text: string) =>
      decodeCommand({ command: '/duban', text, user_id: 'U1', trigger_id: 'tr.1', team_id: 'T1' }, heard);
    expect(command(' 待办 ')).toMatchObject({
      message: { dedupeKey: 'slack/cmd/tr.1', kind: 'command', text: '待办' },
    });
    expect(command('')).toMatchObject({ message: { kind: 'command', text: '' } });
    expect(command(`绑定 ${CODE}`)).toMatchObject({ message: { kind: 'code', text: CODE } });
    // Too short to be one: it is tried and refused with a sentence, not taken for a command.
    expect(codeInText('绑定 ABC')).toBe('ABC');
    expect(codeInText('4391028475610293')).toBeNull();
    expect(codeInText('acknowledgements')).toBeNull();
  });
});

describe('Slack’s markup in what people type', () => {
  it.each([
    ['&lt;5% &amp; &gt;3%', '<5% & >3%'],
    ['请<@U1|李某>看', '请@李某看'],
    ['<@U0AB>', '@U0AB'],
    ['<#C1|办公>', '#办公'],
    ['<!channel>', '@channel'],
    ['<!subteam^S1|@组>', '@组'],
    ['见<https://a.example/b>', '见https://a.example/b'],
    ['见<https://a.example/b|文件>', '见文件 (https://a.example/b)'],
    ['<http://a.example|a.example>', 'http://a.example'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['&amp;lt;', '&lt;'],
  ])('%s', (typed, words) => expect(plainWords(typed)).toBe(words));
});

describe('the workspace that a body comes from', () => {
  it('is ours where every place that names one names ours', () => {
    expect(foreignTeam({ team_id: 'T1', context_team_id: 'T1', event: { team: 'T1' } }, 'T1')).toBeNull();
    expect(foreignTeam({ team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, enterprise: null }, 'T1')).toBeNull();
    expect(foreignTeam({ team_id: 'T1', is_enterprise_install: 'false' }, 'T1')).toBeNull();
  });

  it.each([
    [{ team_id: 'T2' }],
    [{ team_id: 'T1', context_team_id: 'T2' }],
    [{ team_id: 'T1', event: { team: 'T1', user_team: 'T2' } }],
    [{ team_id: 'T1', event: { source_team: 'T2' } }],
    [{ team: { id: 'T1' }, user: { id: 'U1', team_id: 'T2' } }],
    [{ team: { id: 'T1' }, view: { app_installed_team_id: 'T2' } }],
    [{ team_id: 'T1', authorizations: [{ team_id: 'T1', is_enterprise_install: true }] }],
    [{ team_id: 'T1', is_enterprise_install: true }],
    [{ team_id: null }],
    [{}],
    ['nothing'],
  ])('is another: %j', (body) => expect(foreignTeam(body, 'T1')).not.toBeNull());
});
