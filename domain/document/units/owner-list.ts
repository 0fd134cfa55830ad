import type { Span } from '../types.ts';
import { OWNER_VERB, roleOfWord, type OwnerRole } from './owner-words.ts';
import { listParts, splitNames, bare } from './split-names.ts';
import { couldBeName, isUnitName } from './unit-name.ts';

/** A unit as printed in a list of owners; range of the text that was given. */
export interface Owner extends Span {
  role: OwnerRole;
  /** A bracket behind the name said so: 市X局(牵头). */
  marked: boolean;
}

const ETC = /(?:等(?:相关|有关|成员)?(?:部门|单位|市直部门|市直单位|\d+个部门)?|等)$/;
const HOW_ALONE = /^(?:根据|按照?|依据)?(?:各自|工作)?(?:职责|职能)?(?:职责|分工)?$/;
const LEADING = /^(?:由|以|及|和|与|并|会同|以及|请|其中|,)+/;
const MARK = /[(〔【[〈<](?:为)?(牵头|主办|责任|配合|参与|协办|负责|主责)(?:责任)?(?:单位|部门)?[)〕】\]〉>]$/;
/** Between the clauses of owners: by when. */
const TIME =
  /^(?:于|在)?(?:\d{4}年|\d{1,2}月|[〇零一二三四五六七八九]{4}年|每|长期|持续|全年|年内|年底|近期|[上下]半年|常年|第[一二三四]季度).{0,24}$/;
/** Says how the list is to be read. */
const CLAUSE = /第一(?!人民医院|医院|附属|[中小高]|师范|职业|实验|幼儿园|看守所|水厂|建筑)|首位|^(?:以)?下(?:均)?同$/;
const DUTY = /(?:必做|选做|必选|自选)$/;
const GROUPS_BY_DUTY = /^(各[^。]{0,12}?(?:部门|单位|区|县|\)))(?:根据|按照?|依据|结合).*$/;

/** One name with what hangs on it taken off. */
function ownerAt(text: string, span: Span, role: OwnerRole): Owner[] {
  let { start, end } = bare(text, span);
  const lead = LEADING.exec(text.slice(start, end));
  if (lead && text.slice(start, end).length > lead[0].length + 1) start += lead[0].length;
  let said = role;
  let marked = false;
  const mark = MARK.exec(text.slice(start, end));
  if (mark?.[1] !== undefined) {
    said = roleOfWord(mark[1]);
    marked = true;
    end -= mark[0].length;
  }
  for (const tail of [DUTY, OWNER_VERB, ETC, /(?:根据|按照?|依据)?(?:各自)?(?:职责|职能)?分工$/]) {
    const found = tail.exec(text.slice(start, end));
    if (found && end - start - found[0].length >= 2) end -= found[0].length;
  }
  const byDuty = GROUPS_BY_DUTY.exec(text.slice(start, end));
  if (byDuty?.[1] !== undefined) end = start + byDuty[1].length;
  const name = bare(text, { start, end });
  return name.end - name.start < 2 || HOW_ALONE.test(text.slice(name.start, name.end))
    ? []
    : [{ ...name, role: said, marked }];
}

/** Behind the owners of the first task: who has a share in all that follow. */
const FOR_ALL = /[。;,]? ?(?:以下|下列)[^。;]{0,12}(?:均|都)(?:需|须|由|应|要|涉及)[\s\S]*$/;

/** Names behind a label; a name with a verb of its own (`市Y局配合`) may change its role. */
export function labelledOwners(list: string, role: OwnerRole): Owner[] {
  const text = list.replace(FOR_ALL, '');
  return splitNames(text)
    .filter(({ start, end }) => !TIME.test(text.slice(start, end)) && !CLAUSE.test(text.slice(start, end)))
    .flatMap((span) => ownerAt(text, span, role));
}

/** `市X局牵头,市Y局、市Z局配合`: each verb takes the names before it. Empty where this is no such clause. */
export function verbOwners(clause: string): Owner[] {
  const text = clause.replace(FOR_ALL, '');
  const owners: Owner[] = [];
  let waiting: Span[] = [];
  for (const said of listParts(text, /[、,;。]/)) {
    if (TIME.test(text.slice(said.start, said.end)) || CLAUSE.test(text.slice(said.start, said.end))) continue;
    const verb = OWNER_VERB.exec(text.slice(said.start, said.end));
    const name = verb ? { start: said.start, end: said.end - verb[0].length } : said;
    if (name.end - name.start >= 2 && !HOW_ALONE.test(text.slice(name.start, name.end))) waiting.push(name);
    if (!verb) continue;
    const role = roleOfWord(verb[0]);
    owners.push(...waiting.flatMap((span) => companions(text, span, role)));
    waiting = [];
  }
  if (owners.length === 0 || waiting.length > 0) return [];
  const strong = /牵头|负责|配合|主办|承办/.test(text);
  const named = owners.every(
    ({ start, end }) => isUnitName(text.slice(start, end)) || (strong && couldBeName(text.slice(start, end))),
  );
  if (!named) return [];
  const has = (role: OwnerRole): boolean => owners.some((owner) => owner.role === role);
  // X负责,Y配合: who is in charge beside others leads them.
  const leading = !has('lead') && has('supporting');
  return leading ? owners.map((owner) => (owner.role === 'responsible' ? { ...owner, role: 'lead' } : owner)) : owners;
}

/** `市X局会同市Y局(牵头|负责)`: the first leads, the others are responsible. */
function companions(text: string, span: Span, role: OwnerRole): Owner[] {
  const [first, ...others] = splitTogether(text, span);
  if (!first || others.length === 0)
    return splitNames(text.slice(span.start, span.end)).flatMap((one) =>
      ownerAt(text, { start: span.start + one.start, end: span.start + one.end }, role),
    );
  return [
    ...ownerAt(text, first, 'lead'),
    ...others.flatMap((one) => ownerAt(text, one, role === 'lead' ? 'responsible' : role)),
  ];
}

function splitTogether(text: string, { start, end }: Span): Span[] {
  const at = text.slice(start, end).search(/会同|商同/);
  return at < 2
    ? [{ start, end }]
    : [
        { start, end: start + at },
        { start: start + at + 2, end },
      ];
}
