import type { Acted, Me, RedatePreview, SignedIn } from '../../api.ts';
import { actOnAmendment, amendmentList } from './amendments.ts';
import { form, nudge, pressed, resendMock, typed } from './acts.ts';
import { briefList, briefSources, briefView, directMock, draftBrief, editMock, releaseMock } from './briefs.ts';
import { DRY_RUN, redatePreview } from './fixture-plans.ts';
import { chainOf, taskStory } from './fixture-task.ts';
import { burdenOfMock } from './fixture-burden.ts';
import { undeliveredOf } from './fixture-undelivered.ts';
import { actOnReading, readingList, readingView, readMock } from './readings.ts';
import { Refused } from './refused.ts';
import { formOf } from './fixture-form.ts';
import { at, freshState, inboxOf, nextId, todayOf } from './state.ts';
import type { MockState } from './state.ts';

interface Call {
  parts: string[];
  query: URLSearchParams;
  body: Record<string, string>;
}

const done = (summary: string): Acted => ({ ok: true, summary });

function me(state: MockState): Me {
  return {
    person: { id: 'coordinator', name: '协调员' },
    roles: [{ planId: null, role: 'coordinator' }],
    supervises: false,
    locale: state.locale,
    actingAs: state.actingAs,
  };
}

export function read(state: MockState, { parts, query }: Call): unknown {
  const [first, id, third] = parts;
  if (first === 'session') return { me: state.signedIn ? me(state) : null } satisfies SignedIn;
  if (!state.signedIn) throw new Refused(401, 'SESSION_REQUIRED', '请先用协调员链接或绑定码登录。');
  if (first === 'me') return me(state);
  if (first === 'plans' && id === undefined) return state.plans;
  if (first === 'plans' && third === 'today') return todayOf(state);
  if (first === 'plans' && third === 'people') return state.people;
  if (first === 'plans' && third === 'amendments') return amendmentList(state, id ?? '');
  if (first === 'plans' && third === 'briefs') return briefList(state, id ?? '');
  if (first === 'readings') return id === undefined ? readingList(state) : readingView(state, id);
  if (first === 'briefs' && third === 'sources') return briefSources(state, id ?? '', query.get('sentence'));
  if (first === 'briefs') return briefView(state, id ?? '');
  if (first === 'plans' && third === 'undelivered') return undeliveredOf(id ?? '', state.resent);
  if (first === 'plans' && third === 'burden') return burdenOfMock(id ?? '');
  if (first === 'plans' && (third === 'unsigned' || third === 'notices')) return [];
  if (first === 'plans' && third === 'dry-run') return DRY_RUN;
  if (first === 'plans' && third === 'events') return chainOf(query.get('entity') ?? '');
  if (first === 'plans' && third === 'redate')
    return redatePreview((query.get('mode') as RedatePreview['mode'] | null) ?? 'shift');
  if (first === 'tasks') {
    const row = state.board.find(({ taskId }) => taskId === id);
    if (row !== undefined) return { ...taskStory(row, state.story), paused: state.paused };
    throw new Refused(404, 'TASK_UNKNOWN', `没有编号为“${id}”的任务。请在任务页查看。`);
  }
  if (first === 'inbox' && query.has('button'))
    return { form: formOf(query.get('button') ?? '', inboxOf(state, query.get('person') ?? state.actingAs?.id ?? '')) };
  if (first === 'inbox') {
    const inbox = inboxOf(state, query.get('person') ?? state.actingAs?.id ?? '');
    if (inbox !== null) return { ...inbox };
    throw new Refused(404, 'ACCOUNT_UNKNOWN', '尚未绑定身份。请向办公室索取一次性绑定码。');
  }
  throw new Refused(404, 'INPUT_INVALID', '没有这个地址。');
}

function login(state: MockState, code: string): Acted {
  if (code !== 'GOOD-CODE') throw new Refused(401, 'CODE_WRONG', '绑定码不正确、已使用或已过期。请向办公室重新索取。');
  state.signedIn = true;
  return done('已登录。');
}

function decide(state: MockState, keep: (id: string, taskId: string | null) => boolean, summary: string): Acted {
  state.decisions = state.decisions.filter(({ id, taskId }) => keep(id, taskId));
  return done(summary);
}

function actOnPlan(state: MockState, [, planId, act]: string[], body: Call['body']): Acted {
  const set = (status: 'ready' | 'running' | 'archived') => {
    state.plans = state.plans.map((plan) => (plan.id === planId ? { ...plan, status } : plan));
  };
  if (act === undefined)
    throw new Refused(422, 'PLAN_INVALID', '方案不合格式。', [
      { at: 'tasks[0].leadUnits', message: '必须是单位名称的列表' },
      { at: 'phases[1].start', message: '日期应写作 YYYY、YYYY-MM 或 YYYY-MM-DD' },
    ]);
  if (act === 'redate') {
    set(body['mode'] === 'archive' ? 'archived' : 'ready');
    return done('已选定日期排定方式。');
  }
  if (act === 'start') {
    set('running');
    return done('方案已启动。');
  }
  if (act === 'undo') {
    state.advancing = null;
    return done('已撤回。');
  }
  if (act === 'advance') {
    state.advancing = { to: 'inspection', until: new Date(state.now + 1_800_000).toISOString(), by: '协调员' };
    return done('已推进,30分钟内可以撤回。');
  }
  const unit = state.people.units.find(({ name }) => name === body['unit']);
  if (act !== 'contacts' || unit === undefined) throw new Refused(404, 'UNIT_UNKNOWN', '没有这个单位。');
  unit.contacts = [
    ...unit.contacts,
    {
      personId: nextId(state),
      name: body['name'] ?? '',
      rank: body['rank'] as 'liaison',
      channels: [],
      accounts: [],
      away: null,
    },
  ];
  return done(`已登记${body['name']}。`);
}

function become(state: MockState, { role, personId }: Record<string, string>): Acted {
  const who = personId ?? 'p-公安';
  state.actingAs =
    role === 'coordinator' || role === 'leader'
      ? { id: role, name: role, role }
      : { id: who, name: who, role: 'liaison' };
  return done('已切换身份。');
}

export function act(state: MockState, { parts, query, body }: Call): unknown {
  const [first, id, third] = parts;
  if (first === 'session') return { me: state.signedIn ? me(state) : null } satisfies SignedIn;
  if (first === 'login') return login(state, body['code'] ?? '');
  if (first === 'mock') {
    Object.assign(state, freshState(), { signedIn: id !== 'signed-out' });
    return done('重置');
  }
  if (!state.signedIn) throw new Refused(401, 'SESSION_REQUIRED', '请先用协调员链接或绑定码登录。');
  const person = body['person'] ?? state.actingAs?.id ?? '';
  if (first === 'me' && id === 'language') {
    state.locale = body['locale'] === 'en' ? 'en' : 'zh';
    return done('界面语言已更改。');
  }
  if (first === 'logout') {
    state.signedIn = false;
    return done('已退出。');
  }
  if (first === 'demo' && id === 'as') return become(state, body);
  if (first === 'demo') {
    state.now += body['to'] === 'workday' ? 86_400_000 : 10_800_000;
    return done('已拨动演示时钟。');
  }
  if (first === 'plans' && third === 'amendments') return actOnAmendment(state, parts[3], body as never);
  if (first === 'plans' && third === 'briefs') return draftBrief(state);
  if (first === 'briefs' && third === 'edit') return editMock(state, id ?? '', body['changes'] as never);
  if (first === 'briefs' && third === 'release') return releaseMock(state, id ?? '', body['hash'] ?? '');
  if (first === 'briefs' && third === 'directive') return directMock(state, id ?? '', body['words'] ?? '');
  if (first === 'readings' && id === undefined) return readMock(state, body['text'] ?? '', query.get('name') ?? '');
  if (first === 'readings') return actOnReading(state, parts, body as never);
  if (first === 'plans') return actOnPlan(state, parts, body);
  if (first === 'tasks' && third === 'nudge') return nudge(state, id ?? '', body['partId'] ?? '');
  if (first === 'tasks' && third === 'return' && (body['reason'] ?? '').length < 5)
    throw new Refused(400, 'REASON_REQUIRED', '请写明理由(不少于5个字)。');
  if (first === 'tasks' && (third === 'pause' || third === 'resume')) {
    const { until = '', reason = '' } = body;
    state.paused = third === 'pause' ? { since: at(state), until, reason } : null;
    return done(third === 'pause' ? '已暂缓,期间不发提示' : '已恢复办理');
  }
  if (first === 'tasks') return decide(state, (_, taskId) => taskId !== id, '已办理。');
  if (first === 'deliveries') return resendMock(state, id ?? '', body['by'] ?? '');
  if (first === 'decisions') return decide(state, (each) => each !== id, '已办。');
  if (first === 'contacts')
    return {
      code: '7F3K-92QD',
      expiresAt: new Date(Date.parse(at(state)) + 600_000).toISOString(),
      links: [
        { channel: 'telegram', url: 'https://t.me/duban_bot?start=7F3K-92QD', holdsCode: true },
        { channel: 'slack', url: 'slack://user?team=T1&id=U1', holdsCode: false },
      ],
    };
  if (first === 'inbox' && id === 'files') {
    const name = query.get('name') ?? '';
    if (name.endsWith('.exe')) throw new Refused(415, 'FILE_TYPE', `“${name}”不属于可以收存的文件类型,未予收存。`);
    return { id: nextId(state), name, size: body['text']?.length ?? 0 };
  }
  if (first === 'inbox' && id === 'text')
    return typed(state, person, body['text'] ?? '', body['clientId'] ?? '', (body['files'] ?? []) as never);
  if (first === 'inbox' && id === 'button') return pressed(state, person, body['buttonId'] ?? '');
  if (first === 'inbox' && id === 'form') return form(state, person, body['lines'] as never);
  throw new Refused(404, 'INPUT_INVALID', '没有这个地址。');
}
