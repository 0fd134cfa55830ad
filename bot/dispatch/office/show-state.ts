import { fullDayText, localDay, momentText } from '../../../domain/chat/local-text.ts';
import { itemLabel } from '../../../domain/chat/item-label.ts';
import type { Locale } from '../../../domain/chat/catalogue/index.ts';
import type { DeskWords } from '../../../domain/chat/catalogue/zh-desk.ts';
import type { Button } from '../../../domain/chat/message.ts';
import { may } from '../../../domain/rights.ts';
import type { Today } from '../../../web/api.ts';
import { today } from '../../desk/views/today.ts';
import type { Decision, PlanTalk, RowContext } from '../types.ts';
import { callDesk, deskActor, saidNo } from './desk-call.ts';
import { deskButton, deskSays, deskWords } from './desk-message.ts';

/** In the order of urgency, as the board labels its lines. */
const LABELS = ['逾期', '滞后', '临期', '正常', '未启动', '已办结'];
const NAMED_LABELS = ['逾期', '滞后', '临期'];
const NAMED_MAX = 12;
const DECISIONS_MAX = 6;

/** 进度 of one plan: counts, the phase and its end, late and due-soon tasks by number, what awaits the office. */
export async function showPlanState(context: RowContext, planId: string): Promise<Decision> {
  const seen = await callDesk(context, (desk, actor) => today(desk, actor, { planId }));
  if ('refused' in seen) return saidNo(context, planId, seen.refused);
  const { grants } = await deskActor(context);
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  const mayUndo = seen.done.advancing !== null && may('undo', grants, { planId });
  return deskSays(context, planId, 'state', stateLines(seen.done, talk), [
    ...(mayUndo ? [deskButton(words.buttons.undo, { do: 'undo', planId })] : []),
    ...(may('decide', grants, { planId }) ? decideButtons(seen.done, words) : []),
  ]);
}

/** Each numbered line has its button, which shows what can be done about it. */
const decideButtons = ({ plan, decisions }: Today, words: DeskWords): Button[] =>
  decisions
    .slice(0, DECISIONS_MAX)
    .map(({ id }, at) => deskButton(words.decide(at + 1), { do: 'show-decision', planId: plan.id, id }));

function stateLines(view: Today, talk: PlanTalk): string[] {
  const words = deskWords(talk);
  const day = localDay(talk.now, talk.zone);
  const at = momentText(talk.now, talk.zone, day, talk.locale);
  // Sub-items count with their task, whose light is the worst of them.
  const tasks = view.board.filter(({ parentId }) => parentId === null);
  const labelled = (label: string) => tasks.filter((line) => line.label === label);
  const counts = LABELS.flatMap((label) =>
    labelled(label).length > 0 ? [words.counted(label, labelled(label).length)] : [],
  );
  const phase = view.phases.find(({ status }) => status === 'current');
  const until = view.advancing ? momentText(view.advancing.until, talk.zone, day, talk.locale) : null;
  const waiting = view.decisions
    .slice(0, DECISIONS_MAX)
    .map(({ text }, index) => `${index + 1}.${talk.locale === 'en' ? ' ' : ''}${text}`);
  return [
    words.planState(view.plan.title, at),
    ...(view.plan.status === 'running' ? [] : [words.notRunning(STATUS[talk.locale ?? 'zh'][view.plan.status])]),
    words.counts(tasks.length, counts.length > 0 ? counts : [words.counted('', 0)]),
    ...(phase ? [words.phase(phase.name, fullDayText(phase.end, talk.locale), phase.note)] : []),
    ...(until === null ? [] : [words.advancing(until)]),
    ...NAMED_LABELS.flatMap((label) => {
      const items = labelled(label).map(({ no, title }) => itemLabel(no, title));
      const shown = items.slice(0, NAMED_MAX);
      return shown.length > 0 ? [words.named(words.light(label), shown, items.length - shown.length)] : [];
    }),
    ...(waiting.length > 0 ? [words.decisions(view.decisions.length), ...waiting] : [words.noDecisions]),
    ...(view.decisions.length > waiting.length ? [words.more(view.decisions.length - waiting.length)] : []),
  ];
}

const STATUS: Record<Locale, Record<Today['plan']['status'], string>> = {
  zh: { draft: '尚未排定日期', ready: '尚未启动', running: '运行中', archived: '已归档', closed: '已结束' },
  en: { draft: 'not dated yet', ready: 'not started yet', running: 'running', archived: 'filed', closed: 'ended' },
};
