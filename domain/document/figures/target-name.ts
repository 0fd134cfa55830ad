import type { Span } from '../types.ts';
import type { Horizon } from './horizon.ts';
import { horizonAt } from './horizon.ts';

const LIGHT =
  /^(?:力争|争取|确保|保证|努力|实现|完成|推动|推进|促进|促使|使得?|让|带动|引导|支持|鼓励|做到|达成|达到|要|应当?|需要?|须|必须|将|并|且|而|同时|其中|以及|和|及|与|或|还要|还|、|也|均|都|至|其|预计|计划|规划|拟|初步|基本|分别|此外|另外|进一步|切实|有效|全面|稳步|逐步|不断|持续|积极|加快|大力|着力|更加|总体|目标是|我[省市县区州镇乡](?=计划|力争|要|拟|将)|(?:累计|共(?!同|建|享|有|青|产|性|治|富))(?=[新实完开培建改治整诊组举引投])|含|目标为|目标|即|如|为|把|将|有|\([\d一二三四五六七八九十]{1,3}\)|[("“'《]|安排(?=[^,;]{0,14}(?:资金|经费))|\s|-|·|•|—|\d{1,2}[.、)]|[①-⑳]|[一二三四五六七八九十]是)/;
/** Where a light word is the beginning of another one. */
const NOT_LIGHT =
  /^(?:完成[率量额度]|实现[率度]|要素|应急|应用|应届|应税|应收|应缴|应退|应付|应保|应办|应检|应查|应建|应征|将军|需求|及时|与会|或有|和谐|和平|和睦|其他|其它|至少|有效(?:发明|注册|商标|专利|期|投资|供给|灌溉|面积|高新)|全面(?:推进|预算|两孩)|支持度|促进会|规划[^,;]{0,4}(?:面积|用地|编制|建设)|计划(?:生育|内|外|总)|引导基金|有机|有色|有线|有限|有害|有责|有毒|基本(?![建形实完消达普健解满全杜具得稳控遏])|基本建(?:成区|设)|基本普查|含[量税糖水油氧碳金]|目标[任考值]|持续经营|稳步增长|使用|推进率|为民|为农|都市|把关|让利|进一步扩大|如实|积极分子|逐步|总体规划|即时|即办|让渡|确保率|切实|推动力|带动(?:就业|农户|能力|贫困户)|均衡|均价|也门)/;

const MOST_READ = 300;

const SUBJECT_MUST =
  /^[^,;]{0,16}?(?<![重主需必摘纲概次紧首扼简])(?:(?:力争|争取|确保|努力)(?:实现|完成)?|应当|必须|将(?![军来领士帅])|要(?![求素点件领闻强害道塞]))(?=.)/;

/** 在工业区改造场地, 企业在中心城市设立研发中心, 学院与企业共建基地: where and with whom it is done is no part of the name. */
const WHERE_FIRST =
  /^[^,;在与]{0,16}?(?:在|与)[^,;]{2,16}?(?=(?:新建|改建|建成|建设|建立|共建|设立|创建|改造|举办|布局|开通)[^,;])/;

/** A name cut free of the words before it, with the time that they said. */
export function nameWithin(
  text: string,
  span: Span,
  year: string | null,
): { span: Span; horizon: Horizon | null; baseline: Span | null } {
  // Nothing longer has a name; the bound keeps odd text from costing more than its length.
  let start = Math.max(span.start, span.end - MOST_READ);
  let horizon: Horizon | null = null;
  let baseline: Span | null = null;
  // Each round takes at least one character off; thirty words are more than stand before any name.
  for (let round = 0; round < 30 && start < span.end; round += 1) {
    const rest = text.slice(start, Math.min(span.end, start + 80));
    const time = horizonAt(rest, year);
    const light = NOT_LIGHT.test(rest) ? null : LIGHT.exec(rest);
    const base = /^(?:较|比|与)(?<base>\d{4}年(?:底|末)?|上年(?:同期)?|去年(?:同期)?|20\d\d年同期)(?:相比|比)?/.exec(
      rest,
    );
    if (base?.groups?.['base'] !== undefined) {
      baseline = { start: start + 1, end: start + 1 + base.groups['base'].length };
      start += base[0].length;
    } else if (time && !/^年(?!内|底|末)/.test(rest)) {
      horizon = merge(horizon, time.horizon);
      start += time.length;
    } else if (light && !(light[0].length === 1 && isClosed(rest))) start += light[0].length;
    else break;
  }
  const yearly = /^[^,;每]{2,14}(?=每(?:年|季度|月))/.exec(text.slice(start, span.end));
  if (yearly) return nameWithin(text, { start: start + yearly[0].length, end: span.end }, year);
  const where = WHERE_FIRST.exec(text.slice(start, span.end));
  if (where)
    return { span: { start: start + where[0].length, end: nameEnd(text, start, span.end) }, horizon, baseline };
  const must = SUBJECT_MUST.exec(text.slice(start, span.end));
  if (must) {
    const inner = nameWithin(text, { start: start + must[0].length, end: span.end }, year);
    if (inner.span.end > inner.span.start) return { ...inner, horizon: inner.horizon ?? horizon };
  }
  return { span: { start, end: nameEnd(text, start, span.end) }, horizon, baseline };
}

/** “四上”企业 keeps its quotation marks; one that closes nowhere goes. */
function isClosed(rest: string): boolean {
  const closing = { '(': ')', '“': '”', '《': '》', '"': '"' }[rest.charAt(0)];
  return closing !== undefined && rest.includes(closing, 1);
}

/** `到2025年,每年…` keeps both: the later word says more. */
function merge(earlier: Horizon | null, later: Horizon): Horizon {
  if (!earlier) return later;
  return {
    by: later.by ?? (later.per ? null : earlier.by),
    per: later.per ?? earlier.per,
    scope: later.scope ?? earlier.scope,
  };
}

function nameEnd(text: string, start: number, from: number): number {
  let end = from;
  const TAIL = /(?:[\s、“"《(:-]|的|则|一般|指标|目标)$/;
  for (let round = 0; round < 6 && end > start; round += 1) {
    const tail = TAIL.exec(text.slice(Math.max(start, end - 4), end));
    if (!tail || /(?:目的)$/.test(text.slice(start, end))) break;
    end -= tail[0].length;
  }
  return end;
}
