import { assertNever } from '../assert-never.ts';
import type { LocalDate } from '../plan/types.ts';
import type { Contradiction } from '../supervision/roll-up-conflicts.ts';
import type { ApartReason, FigureApart } from '../supervision/roll-up-figures.ts';
import { compilerOf, rollUpOf, type RollUp, type RollUpPart } from '../supervision/roll-up.ts';
import type { SupervisedState } from '../supervision/types.ts';
import type { Locale } from './catalogue/index.ts';
import { cycleText, dayText } from './local-text.ts';
import type { PromptLine } from './message.ts';

/** Short name of a part's unit. */
export type PartName = (partId: string) => string;

/** Names in a status before 等N家. */
const MISSING_SHOWN = 6;

/** 5家中3家已报,缺市X局、市Y局 */
export function rollUpStatus({ asked, reported, missing }: RollUp, name: PartName, locale: Locale = 'zh'): string {
  const names = missing.map(({ partId }) => name(partId));
  if (locale === 'en') {
    if (missing.length === 0) return `all ${asked} have reported`;
    if (reported.length === 0) return `none of ${asked} has reported`;
    return `${reported.length} of ${asked} have reported, missing: ${names.slice(0, MISSING_SHOWN).join(', ')}${names.length > MISSING_SHOWN ? ' …' : ''}`;
  }
  if (missing.length === 0) return `${asked}家均已报`;
  if (reported.length === 0) return `${asked}家均未报`;
  const more = names.length > MISSING_SHOWN ? `等${names.length}家` : '';
  return `${asked}家中${reported.length}家已报,缺${names.slice(0, MISSING_SHOWN).join('、')}${more}`;
}

/** For the line of the unit that adds up; nothing for the others. */
export function rollUpLine(
  state: SupervisedState,
  partId: string,
  cycle: string,
  name: PartName,
): Pick<PromptLine, 'rollUp'> {
  if (compilerOf(state)?.id !== partId) return {};
  const rollUp = rollUpOf(state, cycle);
  if (rollUp.asked === 0) return {};
  return { rollUp: { status: rollUpStatus(rollUp, name), ready: rollUp.reported.length > 0 } };
}

/** Those that reported or changed their report after the confirmed roll-up; empty where none did. */
export function afterRollUp({ reported, own }: RollUp, name: PartName, locale: Locale = 'zh'): string {
  const told = [...(own ? [own] : []), ...reported];
  const named = (after: RollUpPart['after']): string[] =>
    told.filter((part) => part.after === after && part !== own).map(({ partId }) => name(partId));
  const [filed, changed] = [named('filed'), named('changed')];
  if (locale === 'en')
    return [
      ...(filed.length > 0 ? [`reported after the roll-up: ${filed.join(', ')}`] : []),
      ...(changed.length > 0 ? [`changed after the roll-up: ${changed.join(', ')}`] : []),
    ].join('; ');
  return [
    ...(filed.length > 0 ? [`${filed.join('、')}汇总后补报`] : []),
    ...(changed.length > 0 ? [`${changed.join('、')}汇总后有更新`] : []),
  ].join(';');
}

/** The draft: each unit in its own words, then what adds up and what doesn't. One paragraph a line. */
export function rollUpDraft(rollUp: RollUp, name: PartName, today: LocalDate): string[] {
  const { cycle, own, reported, progress, figures, contradictions } = rollUp;
  const told = [...(own ? [own] : []), ...reported];
  return [
    `${cycleText(cycle)}汇总:${rollUpStatus(rollUp, name)}。`,
    ...told.map((part) => unitLine(part, name)),
    ...(progress === null
      ? []
      : [
          progress.count === 1
            ? `进度:${progress.mean}%(1家报数)。`
            : `进度:最低${progress.lowest}%,最高${progress.highest}%,平均${progress.mean}%(${progress.count}家报数单位简单平均,四舍五入)。`,
        ]),
    ...figures.added.map(
      ({ thing, unit, value, parts }) =>
        `数据:新增${thing}${value}${unit}(${parts.map((one) => `${name(one.partId)}${one.value}${unit}`).join('、')})。`,
    ),
    ...apartLines(figures.apart, name),
    ...contradictions.map((one) => `请核对:${contradictionText(one, name, today)}。`),
  ];
}

function unitLine({ partId, words, unchanged, progress, completion }: RollUpPart, name: PartName): string {
  const said = words === null ? '' : `“${words}”`;
  const figure = progress === null ? '' : `(进度${progress}%)`;
  const state = completion === 'claimed' ? '已申请办结,待验收。' : unchanged ? '较上次无变化。' : '';
  return `${name(partId)}:${state}${said}${figure}`;
}

const APART: Record<ApartReason, string> = {
  twice: '同一单位多次列报',
  about: '为约数',
  plain: '未注明是否本期新增',
  unit: '计量单位不同',
  name: '名称不尽一致',
};

function apartLines(apart: FigureApart[], name: PartName): string[] {
  if (apart.length === 0) return [];
  const each = apart.map(
    ({ partId, thing, value, unit, about, reason }) =>
      `${name(partId)}${thing}${about ? '约' : ''}${value}${unit}(${APART[reason]})`,
  );
  return [`未相加,请核对口径:${each.join('、')}。`];
}

export function contradictionText(one: Contradiction, name: PartName, today: LocalDate): string {
  const names = (ids: string[]): string => ids.map(name).join('、');
  switch (one.kind) {
    case 'done-and-not':
      return `${names(one.done)}报已完成,${one.open.map(({ partId, progress }) => `${name(partId)}报${progress}%`).join('、')}`;
    case 'after-due':
      return `${name(one.partId)}预计${dayText(one.expectedOn, today)}办结,晚于任务时限${dayText(one.dueOn, today)}`;
    case 'total-differs':
      return `累计${one.thing}各单位数据不一(${one.values.map(({ partId, value }) => `${name(partId)}${value}${one.unit}`).join('、')}),未相加`;
    case 'done-with-issue':
      return `${name(one.partId)}报已完成,同时报有问题`;
    default:
      return assertNever(one);
  }
}
