import type { Span } from '../types.ts';
import type { FigureText, Found } from './figure-types.ts';
import { trimmed } from '../clean/edit-text.ts';

/** How it is done, when or under whom: no duty of its own. */
const CIRCUMSTANCE =
  /^(?:[\d年月日至到起止前底初中上下旬半第季度自从由一二三四五六七八九十零\-~.:()\s]+|(?:时间|期限)[:].*|在[^,;]*(?:下|中|基础上|期间|内|时|同时|后|前)|(?:按照|根据|依据|依照|围绕|结合|针对|通过|对照)[^,;]*(?:要求|部署|安排|原则|方案|意见|精神|标准|实际|分工|形式|方式|任务)|[^,;]{0,10}(?:月|日|旬|年)(?:底|末)?(?:之|以)?(?:前|底|起|开始)|(?:统一|各方|上下|部门|条块|协同|统筹|分类|分步|稳步|有序|扎实|整体|全面|密切|通力|精心|周密|标本|点面|分工|压茬)(?:部署|联动|结合|推进|施策|实施|配合|协作|组织|安排|兼治|负责|跟进)|各司其职|齐抓共管|突出重点|以点带面|分级负责)$/;
/** What comes of the clause before. */
const RESULT =
  /^(?:提高|提升|增强|强化(?=.*(?:意识|能力))|确保|保证|形成(?=.*(?:合力|氛围|格局|局面))|营造|使|为|以|从而|进而|做到|力争|促进|推动|及时掌握|掌握)/;
const MEETING = /(?:召开|举行|组织)[^,;]*(?:会|会议|大会)$/;
const AT_MEETING = /^(?:部署|研究|安排|动员|传达|进行(?:动员|部署|安排)|学习|布置)/;
/** A line's end too, unless a page broke the line: no sign before it, and the sentence ends in the next one. */
const SENTENCE_END =
  /[。!?;]|(?<=[。;:!?)] *)\n|\n(?= *(?:[(〔]?[一二三四五六七八九十\d]{1,2}(?:[)〕、.]|是)|[①-⑳●■◆★—-])|[^\n。]*(?:\n|$))/g;
/** 重点抓好两个环节: — what follows is the work. */
const ANNOUNCES = /^(?:[^,;:]{0,12}(?:个(?:环节|步骤|方面|阶段)|项(?:工作|任务|内容))|其中|具体(?:是|为|包括)?):$/;
const SHORT = 6;
/** A doing with what it is done to: 签订责任书, 查找不足. */
const DOING =
  /^(?:召开|签订|落实|制定|开展|组织|查找|分解|完善|做好|抢抓|督促|提炼|成立|建立|印发|编制|检查|整改|验收|评选|迎接|培训|摸清|逐[户处村校项]|分析|补齐|推广|通报|表彰)/;
/** The heading of what follows the phases, where the outline didn't see one. */
const NEXT_PART =
  /\n[ \t]*(?:[一二三四五六七八九十]{1,2}、|\d{1,2}[.、]?)?[ \t]*(?:保障措施|组织保障|工作要求|组织领导|有关要求|几点要求|保障机制|组织实施)[ \t]*(?=\n|$)/;

/**
 * What is to be done in a phase, clause by clause and verbatim: results stay with what brings them about, short
 * clauses with each other, circumstances are left out.
 */
export function phaseDuties({ text, folded }: FigureText, body: Span): Found<string>[] {
  const found: Found<string>[] = [];
  const next = NEXT_PART.exec(folded.slice(body.start, body.end));
  const own = next ? { start: body.start, end: body.start + next.index } : body;
  for (const sentence of parts(folded, own, SENTENCE_END)) {
    let last: Span | null = null;
    let previous: Span | null = null;
    for (const clause of parts(folded, sentence, /(?<!\d),|,(?!\d{3}(?!\d))/g)) {
      const span = withoutLead(folded, clause);
      const words = folded.slice(span.start, span.end);
      if (words === '' || isOwners(words)) continue;
      if (CIRCUMSTANCE.test(words) || ANNOUNCES.test(words)) continue;
      const before: string = previous ? folded.slice(previous.start, previous.end) : '';
      if (last && joins(before, words)) last = { start: last.start, end: span.end };
      else {
        if (last) found.push(made(text, last));
        last = span;
      }
      previous = span;
    }
    if (last) found.push(made(text, last));
  }
  return found;
}

function joins(before: string, words: string): boolean {
  if (RESULT.test(words)) return true;
  if (MEETING.test(before) && AT_MEETING.test(words)) return true;
  return words.length <= 3 || (words.length <= SHORT && before.length <= SHORT && !DOING.test(words));
}

const isOwners = (words: string): boolean =>
  /^[([〔【]?(?:牵头|责任|配合|承办|主办|协办|完成时限|时间)(?:单位|部门)?[:)]?/.test(words) && /[:]|单位$/.test(words);

/** Without 并, numbers and marks of lists; brackets with owners go too. */
function withoutLead(folded: string, clause: Span): Span {
  const words = folded.slice(clause.start, clause.end);
  const lead =
    /^(?:\s|\(\d{1,2}\)|\d{1,2}[.、)]|[①-⑳]|[一二三四五六七八九十]是|(?:本阶段)?的?(?:主要|重点|具体)?(?:工作|任务|内容|措施)(?:内容|任务|安排)?是?:|并且?|同时|且|-+|:)+/.exec(
      words,
    )?.[0].length ?? 0;
  const tail =
    /[([〔【](?:牵头|责任|配合|承办|完成时限)[^()〔〕【】[\]]*[)\]〕】]?\s*$/.exec(words)?.index ?? words.length;
  return trimmed(folded, { start: clause.start + lead, end: clause.start + Math.max(lead, tail) });
}

function parts(folded: string, { start, end }: Span, separator: RegExp): Span[] {
  const found: Span[] = [];
  let from = start;
  let depth = 0;
  const marks = new Set([...folded.slice(start, end).matchAll(separator)].map(({ index }) => index + start));
  for (let at = start; at < end; at += 1) {
    const character = folded.charAt(at);
    if ('(〔【'.includes(character)) depth += 1;
    else if (')〕】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '\n') depth = 0;
    if (depth > 0 || !marks.has(at)) continue;
    found.push(trimmed(folded, { start: from, end: at }));
    from = at + 1;
  }
  found.push(trimmed(folded, { start: from, end }));
  return found.filter((span) => span.end > span.start);
}

const made = (text: string, at: Span): Found<string> => ({
  value: text.slice(at.start, at.end).replace(/\s*\n\s*/g, ''),
  at,
});
