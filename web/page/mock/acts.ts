import { checkCard, overdueCard } from './fixture-inbox.ts';
import { Refused } from './refused.ts';
import { append, at, inboxOf, nextId } from './state.ts';
import type { MockState } from './state.ts';

const done = (summary: string) => ({ ok: true as const, summary });

export function nudge(state: MockState, taskId: string, partId: string) {
  if (state.nudged)
    throw new Refused(409, 'NUDGE_TOO_SOON', '该项任务3个工作日内已经催办过,11月26日之后方可再次催办。');
  const inbox = inboxOf(state, `p-${partId}`);
  if (inbox === null) throw new Refused(409, 'CONTACT_UNKNOWN', '该单位尚未登记联络员。请先在通讯录登记。');
  state.nudged = true;
  append(inbox, overdueCard(nextId(state), at(state), '【催办】'));
  state.story.push({
    id: nextId(state),
    at: at(state),
    kind: 'event',
    text: `办公室催办${inbox.person.unit}。`,
    actor: '协调员',
    who: `办公室协调员,对${inbox.person.unit}`,
    routine: false,
    unit: inbox.person.unit,
    via: 'web',
    words: null,
    eventSeq: 13,
    inboxId: null,
    outcome: null,
  });
  return done(`已向${inbox.person.unit}${inbox.person.name}发出催办(${taskId})。`);
}

export function typed(
  state: MockState,
  personId: string,
  text: string,
  clientId: string,
  files: { id: string }[] = [],
) {
  const inbox = inboxOf(state, personId);
  if (inbox === null) throw new Refused(404, 'CONTACT_UNKNOWN', '没有这个联络人。');
  if (text.trim() === '' && files.length === 0) throw new Refused(400, 'TEXT_EMPTY', '内容为空,请填写后再提交。');
  if (state.seen.has(clientId)) return done('已收到。');
  state.seen.add(clientId);
  append(inbox, {
    id: nextId(state),
    side: 'out',
    at: at(state),
    heading: null,
    lines: text.split('\n'),
    buttons: [],
    closedWith: null,
    signature: null,
    outcome: '待核对',
    ...(files.length > 0
      ? { files: files.map(({ id }) => ({ id, name: `文件${id}`, size: null, state: '正在收存', open: false })) }
      : {}),
  });
  append(inbox, checkCard(nextId(state), at(state), text, /(\d{1,3})\s*%/.exec(text)?.[0] ?? '60%'));
  return done('已收到,请核对。');
}

function turnYellow(state: MockState, taskId: string, partId: string): void {
  state.board = state.board.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      row.taskId === taskId && cell.partId === partId
        ? { ...cell, light: 'yellow' as const, why: '11月23日已报送(逾期后报送),登记85%,滞后' }
        : cell,
    ),
  }));
}

export function pressed(state: MockState, personId: string, buttonId: string) {
  const inbox = inboxOf(state, personId);
  const card = inbox?.entries.find(({ buttons }) => buttons.some(({ id }) => id === buttonId));
  const label = card?.buttons.find(({ id }) => id === buttonId)?.label;
  if (inbox === null || card === undefined)
    throw new Refused(404, 'BUTTON_UNKNOWN', '该按钮无效。请打开收件箱,在最新的消息上操作。');
  if (card.closedWith !== null) throw new Refused(409, 'CARD_CLOSED', `该事项已经办理:${card.closedWith}。`);
  const result = label === '确认登记' ? '已登记' : label === '仅存原话' ? '仅存原话' : `已选“${label}”`;
  inbox.entries = inbox.entries.map((entry) =>
    entry === card ? { ...entry, closedWith: `${result} 11月23日10:12` } : entry,
  );
  if (label === '确认登记') turnYellow(state, 't8', personId.slice(2));
  return done(result);
}

export function form(state: MockState, personId: string, lines: { entityId: string; partId: string }[]) {
  const inbox = inboxOf(state, personId);
  if (inbox === null || lines.length === 0) throw new Refused(400, 'TEXT_EMPTY', '内容为空,请填写后再提交。');
  for (const { entityId, partId } of lines) turnYellow(state, entityId, partId);
  append(inbox, {
    id: nextId(state),
    side: 'out',
    at: at(state),
    heading: '【逐项填报】',
    lines: [`共${lines.length}项`],
    buttons: [],
    closedWith: null,
    signature: null,
    outcome: '已登记',
  });
  return done(`已登记${lines.length}项。`);
}

/** A provider that can't say whether it took a message is not tried again. */
export function resendMock(state: MockState, id: string, by: string) {
  if (id === 'v2' && by === 'again')
    throw new Refused(
      409,
      'RESEND_DOUBTFUL',
      '这条消息可能已经送达,且已重发过,不再经同一渠道发送,以免重复。请改用其他渠道,或电话联系。',
    );
  state.resent.add(id);
  return done('已列入重发,在发送时段内发出。');
}
