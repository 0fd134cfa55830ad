import type { Instant, LocalDate } from '../plan/types.ts';
import { dueDayOf, type PartRequest } from '../supervision/part-request.ts';
import type { Part, PendingEvent, SupervisedState } from '../supervision/types.ts';
import type { RequestWords } from './catalogue/zh-requests.ts';
import type { DeskAct } from './desk-act.ts';
import type { Button, NeutralMessage } from './message.ts';

export interface Announced {
  /** Stable: the same event again is the same message. */
  id: string;
  to: 'signers' | 'office' | 'liaisons';
  /** Whoever filed it does not sign it. */
  except?: string;
  /** Not before this instant of the plan's clock (the end of the undo time). */
  notBefore?: Instant;
  message: NeutralMessage;
}

export interface RequestView {
  state: SupervisedState;
  part: Part;
  unit: string;
  office: string;
  words: RequestWords;
  today: LocalDate;
  zone: string;
  /** `HH:mm`. */
  dueTime: string;
  workingDays: (from: LocalDate, to: LocalDate) => number;
}

/** What is written to whom after one event about a unit's request. */
export function requestMessages(event: PendingEvent, view: RequestView): Announced[] {
  const { request } = view.part;
  switch (event.kind) {
    case 'completionClaimed':
    case 'extensionAsked':
      if (!request || request.id !== event.body['requestId']) return [];
      if (request.signOff !== 'waiting') return toDecide(request, event, view);
      return [sign(request, view)];
    case 'signOffGiven':
    case 'extensionUndone':
      return request && request.id === event.body['requestId'] ? toDecide(request, event, view) : [];
    case 'signOffRefused':
      return [returned(event, view)];
    case 'extensionLapsed':
      return [lapsed(event, view)];
    case 'extensionGranted':
    case 'extensionRefused':
      return [answered(event, view)];
    case 'taskPaused':
    case 'taskResumed':
      return [told(event, view)];
    default:
      return [];
  }
}

const desk = (label: string, act: DeskAct, style?: Button['style']): Button => ({
  label,
  act: { kind: 'desk', act },
  ...(style ? { style } : {}),
});

const notice = (heading: string, lines: string[], buttons: Button[], signature: string): NeutralMessage => ({
  klass: 'notice',
  heading,
  lines,
  buttons,
  signature,
});

const taskOf = ({ entityId }: SupervisedState): string => entityId.replace(/^task\//, '');

function sign(request: PartRequest, { state, part, words, office, today, zone }: RequestView): Announced {
  const { extension } = request;
  const lines = extension
    ? words.signExtension({ no: state.no, title: state.title, by: request.byName, ...extension }, today, zone)
    : words.signClaim(state, request.byName, request.words);
  const act = { do: 'sign' as const, taskId: taskOf(state), partId: part.id, requestId: request.id };
  return {
    id: `sign/${request.id}`,
    to: 'signers',
    except: request.by,
    message: notice(
      words.headings.sign,
      lines,
      [
        desk(words.buttons.agree, { ...act, agree: true, reason: null }, 'primary'),
        desk(words.buttons.sendBack, { ...act, agree: false, reason: null }),
      ],
      office,
    ),
  };
}

/** Message 7, to the office. A completion is on its list already. After an undo it is asked again. */
function toDecide(request: PartRequest, event: PendingEvent, view: RequestView): Announced[] {
  const { extension } = request;
  if (!extension) return [];
  const { state, part, words, office, unit, today, zone } = view;
  const act = { taskId: taskOf(state), partId: part.id, requestId: request.id };
  const lines = words.approve(
    {
      no: state.no,
      title: state.title,
      unit,
      ...extension,
      workingDays: view.workingDays(extension.dueOn, extension.newDueOn),
      progress: request.progress,
      signedBy: request.signOff === 'not-needed' ? null : (request.signedBy ?? ''),
    },
    today,
    zone,
  );
  return [
    {
      id: `decide/${request.id}/${event.seq}`,
      to: 'office',
      message: notice(
        words.headings.approve,
        lines,
        [
          desk(words.buttons.grant, { do: 'extension', ...act, grant: true, dueOn: null, reason: null }, 'primary'),
          desk(words.buttons.otherDate, { do: 'extension-date', ...act, reason: null }),
          desk(words.buttons.refuse, { do: 'extension', ...act, grant: false, dueOn: null, reason: null }),
        ],
        office,
      ),
    },
  ];
}

function returned({ actor, body, seq }: PendingEvent, { state, words, office }: RequestView): Announced {
  const of = body['of'] === 'completion' ? ('completion' as const) : ('extension' as const);
  return {
    id: `returned/${text(body['requestId'])}/${seq}`,
    to: 'liaisons',
    message: notice(words.headings.returned, words.returned(state, of, actor.name, text(body['reason'])), [], office),
  };
}

/** Its day passed before it was signed. */
const lapsed = ({ body, seq }: PendingEvent, { state, words, office }: RequestView): Announced => ({
  id: `lapsed/${text(body['requestId'])}/${seq}`,
  to: 'liaisons',
  message: notice(words.headings.answer, words.lapsed(state), [], office),
});

/** 暂缓 and 恢复, to every unit of the task. */
function told({ kind, body, seq }: PendingEvent, { state, part, words, office, today }: RequestView): Announced {
  const isPaused = kind === 'taskPaused';
  return {
    id: `paused/${state.entityId}/${seq}/${part.id}`,
    to: 'liaisons',
    message: notice(
      isPaused ? words.headings.paused : words.headings.resumed,
      isPaused
        ? words.paused(state, text(body['until']), text(body['reason']), today)
        : words.resumed(state, dueDayOf(state, part), today),
      [{ label: words.buttons.received, act: { kind: 'acknowledge' }, style: 'primary' }],
      office,
    ),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** 【延期答复】, once it can't be taken back any more. */
function answered({ kind, body, seq }: PendingEvent, view: RequestView): Announced {
  const { state, part, words, office, today, dueTime } = view;
  const dueOn = text(body['dueOn']);
  const ref = { entityId: state.entityId, partId: part.id, duty: 'completion' as const, cycle: 'once' };
  return {
    id: `answer/${text(body['requestId'])}/${seq}`,
    to: 'liaisons',
    notBefore: text(body['undoUntil']),
    message: notice(
      words.headings.answer,
      kind === 'extensionGranted'
        ? words.granted(state, dueOn, today, dueTime)
        : words.refused(state, dueOn, text(body['reason']), today),
      [
        { label: words.buttons.received, act: { kind: 'acknowledge' }, style: 'primary' },
        { label: words.buttons.coordination, act: { kind: 'coordination', ...ref } },
      ],
      office,
    ),
  };
}
