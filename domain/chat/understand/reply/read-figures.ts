import type { Span } from '../types.ts';
import type { Held } from './blockers.ts';
import type { Draft } from './draft.ts';
import { strangeSigns } from './explained.ts';
import { figuresSaid } from './figures-said.ts';
import { names0 } from './is-claim.ts';
import { kindOf } from './kinds.ts';
import type { PartWords } from './part-words.ts';
import { nameScore } from './topics.ts';

/** 累计的哈: what was counted before is a total. */
const TOTALS_SAID =
  /^(?:以上|上述|这|那|这些|数字?|[两三四几]个|[两三四几]项|全口径)*(?:均|都|全)?(?:是|为)?(?:累计|合计|总数|总|总量)(?:数|值|数据|的|口径)?(?:哈|啊|哦|呢)?$/;
/** 村里说有1100户, 高新区累计31个: others' counts. */
const OTHERS_SAY =
  /^(?:§|据)*(?:县里?|村里?|镇里?|乡里?|区里?|街道|[\u4e00-\u9fff]{2}区|隔壁[\u4e00-\u9fff]?|兄弟[县区市]|邻[县市区]|外[县市]|施工[方队]|厂家|厂商|他们|人家|科室|系统里?|台账[里上]?|平台[里上]?)[^,。;\d]{0,6}(?:报|说|称|填|登记|显示|统计|那边)|^(?:高新区|开发区|经开区|隔壁[\u4e00-\u9fff]?|兄弟[县区市]|邻[县市区]|外[县市])[^,。;\d]{0,4}(?:累计|共|已|达)/;
/** 已有80个通过验收: a stage that some of what is counted has reached. */
const STAGE_AFTER =
  /^(?:已|已经|刚)?(?:通过|投入使用|投用|投运|挂牌|验收|开工|动工|进场|立项|备案|封顶|签约|试运行|通电|启用)/;

interface Around {
  held: Held | null;
  /** Where what is to come begins. */
  future: number | null;
  /** Figures are told at all: not in a request for time. */
  told: boolean;
}

/** Adds the figures of a clause. `masked`: its words without days and shares, as long as it was. Whether there are any. */
export function readFigures(draft: Draft, part: PartWords, masked: string, { held, future, told }: Around): boolean {
  const { clause, body, bases } = part;
  const text = body.trim();
  const offset = clause.start;
  const span: Span = { start: clause.start, end: clause.end };
  if (TOTALS_SAID.test(text)) {
    // 改厕1010户(累计) is said of the last; 以上均为累计数 of all.
    const before = clause.before === '(' ? draft.figures.slice(-1) : draft.figures;
    for (const figure of before) figure.kind ??= 'total';
    return false;
  }
  const partial = fraction(masked, draft);
  if (partial) {
    draft.figures.push({ ...partial, start: offset + partial.start, end: offset + partial.end });
    draft.carried = partial.measure;
    return true;
  }
  if (!told) return false;
  const among = /其中|包括|里面/.exec(masked);
  const counted =
    draft.among && clause.before === '、'
      ? ''
      : among && !/新增|本月|本周|本季|又|上月/.test(masked.slice(among.index))
        ? masked.slice(0, among.index)
        : masked;
  draft.among = among !== null || (draft.among && clause.before === '、');
  const said = figuresSaid(counted, {
    measures: draft.measures,
    bases,
    lead: draft.lead,
    carried: draft.carried,
    future,
  });
  const own =
    held && !/累计|新增|共|已/.test(masked) && (held.stops || held.waits || held.lacks)
      ? said.figures.filter(
          (figure) => figure.measure !== null && nameScore(masked.slice(0, figure.start), figure.measure.plain) > 0,
        )
      : said.figures;
  const others = OTHERS_SAY.test(text);
  // 分别达到1685万人次、152亿元; 新增38笔、620万元: the kind is said of both.
  const pairs = own[0] !== undefined && masked.slice(0, own[0].start).trim() === '';
  const before = draft.figures.at(-1);
  const each =
    clause.before === '、' && (draft.each || (pairs && before !== undefined && before.measure !== own[0]?.measure))
      ? (before?.kind ?? null)
      : null;
  draft.each = /分别/.test(text) || (clause.before === '、' && draft.each);
  for (const figure of own) {
    const from = said.figures[said.figures.indexOf(figure) - 1]?.end ?? 0;
    const strange = strangeSigns(masked.slice(from, figure.start), `${draft.task.title}${names0(draft)}`);
    if (strange >= 2) draft.unexplained = true;
    draft.figures.push({
      ...figure,
      alien: others || strange >= 2 || STAGE_AFTER.test(masked.slice(figure.end)),
      foreign: others || strange > 0,
      kind: others
        ? null
        : (figure.kind ??
          each ??
          (draft.more && clause.before === ','
            ? 'increase'
            : draft.totalled && clause.before === '、'
              ? 'total'
              : null)),
      // 累计签约13个、金额26.8亿元: whether 累计 is said of both isn't told.
      approx:
        figure.approx ||
        (clause.before === '、' && each === null && figure.kind === null && draft.figures.at(-1)?.kind === 'total'),
      start: offset + figure.start,
      end: offset + figure.end,
    });
  }
  draft.carried = own.at(-1)?.measure ?? draft.carried;
  if (said.range || isBareOfSeveral(text, draft)) draft.openSpans.push(span);
  draft.totalled = own.length === 0 && /累计|共|合计/.test(masked) && /\d/.test(masked);
  draft.more = own.length === 0 && /又|(?<!不)再(?!就业|次确认)/.test(masked);
  return own.length > 0;
}

/** 目前18, of a task that counts two things. */
const isBareOfSeveral = (text: string, { measures, task }: Draft): boolean =>
  measures.length > 1 &&
  task.no !== text &&
  /^(?:目前|现在|现|已|累计|共|到|新增|又|完成|有|了|[:\s])*\d[\d.]*(?:了|多)?$/.test(text);

/** 55/64: done of the target. */
function fraction(body: string, draft: Draft): Draft['figures'][number] | null {
  const match = /(?<![\d.])(\d{1,6})\s?\/\s?(\d{1,6})(?![\d.])/.exec(body);
  if (!match) return null;
  const measure = draft.measures.find((one) => one.target === Number(match[2]));
  if (!measure) return null;
  return {
    name: measure.name,
    value: Number(match[1]),
    unit: measure.unit,
    kind: kindOf(body.slice(0, match.index), measure.plain, body),
    start: match.index,
    end: match.index + match[0].length,
    approx: false,
    open: false,
    measure,
  };
}
