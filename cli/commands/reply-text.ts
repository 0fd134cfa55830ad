import type { ReplyItem, ReplyReading, ReplyStatus } from '../../domain/chat/understand/types.ts';
import type { NamedCase } from '../read-reply-cases.ts';

const STATUS: Record<ReplyStatus, string> = {
  'not-started': '未启动',
  'in-progress': '进行中',
  blocked: '受阻',
  done: '申请办结',
};

const REQUEST = {
  extension: '申请延期',
  help: '提请协调',
  handover: '移交',
  leave: '外出',
  correction: '更正',
  dispute: '职责有异议',
} as const;

const QUESTION = {
  'which-task': '属哪一项',
  vague: '无可登记内容',
  'which-value': '数值待核',
  'which-date': '日期待核',
  conflict: '前后不一',
} as const;

const DOUBTED = { status: '办理状态', blocker: '原因', request: '请求', date: '预计日期' } as const;

/** One reading for the eyes: the words, then a line for each task. */
export function replyText({ id, reply }: NamedCase, { items, question }: ReplyReading): string {
  const lines = items.map((item) => {
    const task = reply.open[item.task];
    return `  ${task?.no ?? ''}${task?.title ?? ''} | ${fieldsOf(item).join(' | ')}`;
  });
  return [
    `${id === null ? '' : `${id} `}${reply.text.replace(/\s*\n\s*/g, ' / ')}`,
    ...lines,
    ...(question ? [`  待问:${QUESTION[question]}`] : []),
  ].join('\n');
}

function fieldsOf(item: ReplyItem): string[] {
  const { status, percent, figures, date, request, requestDate, blocker, noChange, sure, doubts = [] } = item;
  return [
    status && STATUS[status],
    percent !== null && `${percent}%`,
    ...figures.map(
      ({ name, value, unit, kind }) =>
        `${name ?? '未定'} ${kind === 'increase' ? '新增' : kind === 'total' ? '累计' : ''}${value}${unit}`,
    ),
    date && `预计 ${date}`,
    request && `${REQUEST[request]}${requestDate ? ` ${requestDate}` : ''}`,
    blocker && `原因:${blocker}`,
    noChange && '无变化',
    ...doubts.map(
      ({ field, against }) => `存疑:${DOUBTED[field]}${against.length > 0 ? `(${against.join('、')})` : ''}`,
    ),
    !sure && '(待核)',
  ].filter((field): field is string => typeof field === 'string' && field !== '');
}
