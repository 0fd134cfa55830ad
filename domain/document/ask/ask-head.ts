import type { FoundPeriod } from '../head/find-period.ts';
import type { FoundTitle } from '../head/find-title.ts';
import type { HeadFacts } from '../head/find-head.ts';
import type { Findings } from '../questions.ts';
import type { DraftPlan, Span } from '../types.ts';

interface Head {
  plan: DraftPlan;
  title: FoundTitle | null;
  head: HeadFacts;
  period: FoundPeriod;
  /** The first number of a text whose beginning is missing. */
  fragment: Span | null;
}

/** Title, issuer, date, period: what is missing or was assumed. */
export function askHead({ ask }: Findings, { plan, title, head, period, fragment }: Head): void {
  const at = title?.title ?? null;
  if (!title || title.from === 'first-line')
    ask(
      {
        code: 'no-title',
        path: '/title',
        text: '方案的名称是什么?',
        proposal: plan.title || null,
        reason: '文首没有读到以“方案”“计划”“意见”等结尾的标题。',
        matters: true,
      },
      at,
    );
  if (title?.from === 'report')
    ask(
      {
        code: 'report-not-plan',
        path: '',
        text: `本文是关于《${plan.title}》的报道,是否以报道所述内容建立方案?`,
        proposal: false,
        reason: '报道只摘要方案内容,责任单位和时限可能未列出,应以方案原文为准。',
        matters: true,
      },
      at,
    );
  if (fragment)
    ask(
      {
        code: 'fragment',
        path: '',
        text: '文本似缺开头部分,是否仍按现有内容建立方案?',
        proposal: false,
        reason: '编号不是从一开始,前面的章节没有读到。',
        matters: true,
      },
      fragment,
    );
  if (!head.issuer)
    ask(
      {
        code: 'no-issuer',
        path: '/issuer',
        text: '本方案由哪个单位印发?',
        proposal: null,
        reason: '标题和落款中没有读到印发单位。',
        matters: false,
      },
      at,
    );
  if (!head.issuedOn)
    ask(
      {
        code: 'no-date',
        path: '/issuedOn',
        text: '本方案于何日印发?',
        proposal: null,
        reason: '文中没有读到成文日期,网页所列日期不作依据。',
        matters: false,
      },
      at,
    );
  askPeriod(ask, period, at);
}

const SIDES = {
  start: {
    code: 'period-without-start',
    text: '方案自何时起实施?',
    assumed: '未写明起始时间,暂按第一阶段的开始时间。',
    missing: '文中没有读到起始时间。',
  },
  end: {
    code: 'period-without-end',
    text: '方案到何时结束?',
    assumed: '未写明结束时间,暂按最后阶段的结束时间。',
    missing: '文中没有读到结束时间。',
  },
} as const;

/** Both ends of the period: asked where they are missing, or were taken from the phases. */
function askPeriod(ask: Findings['ask'], period: FoundPeriod, at: Span | null): void {
  for (const side of ['start', 'end'] as const) {
    const found = period[side];
    if (found && !period[`${side}FromPhases`]) continue;
    const { code, text, assumed, missing } = SIDES[side];
    ask(
      {
        code,
        path: `/period/${side}`,
        text,
        proposal: found?.date ?? null,
        reason: found ? assumed : missing,
        matters: !found,
      },
      found?.at ?? at,
    );
  }
}
