import { fullDayText } from '../../../domain/chat/local-text.ts';

type Body = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const day = (value: unknown): string => (text(value) === '' ? '' : fullDayText(text(value)));
const what = ({ of }: Body): string => (of === 'completion' ? '办结' : '延期');
const because = (reason: unknown): string => (text(reason) === '' ? '' : `理由:${text(reason).replace(/。$/, '')}。`);

/** Events about a unit's requests, each in one sentence. */
export const requestSentences: Record<string, (body: Body) => string> = {
  extensionAsked: ({ dueOn, newDueOn, reason, signOff }) =>
    `申请延期:由${day(dueOn)}延至${day(newDueOn)}${signOff === 'waiting' ? ',待单位审签' : ',待批复'}。${because(reason)}`,
  signOffGiven: (body) =>
    body['scan'] === true
      ? `登记盖章扫描件(${text(body['evidence'])}),${what(body)}申请已审签。`
      : `审签同意${what(body)}申请,报办公室${body['of'] === 'completion' ? '验收' : '批复'}。`,
  signOffRefused: (body) => `退回${what(body)}申请,未予审签。${because(body['reason'])}`,
  extensionLapsed: () => '时限已过,延期申请未及审签,已失效。',
  extensionGranted: ({ from, dueOn, asked, level, reason }) =>
    `${level === 'leading-group' ? '经领导小组决定,' : ''}同意延期:由${day(from)}延至${day(dueOn)}${asked === dueOn ? '' : `(申请延至${day(asked)})`}。${because(reason)}`,
  extensionRefused: ({ dueOn, reason }) => `不同意延期,仍按${day(dueOn)}时限办理。${because(reason)}`,
  taskPaused: ({ until, reason }) => `暂缓至${day(until)},期间不发提示,时限按所余工作日顺延。${because(reason)}`,
  taskResumed: ({ until, reason }) =>
    until === undefined ? `提前恢复办理。${because(reason)}` : '暂缓期满,恢复办理。',
  extensionUndone: () => '撤回延期批复,申请重新待批。',
};
