import type { Span } from '../types.ts';
import { linesOf, trimmed } from '../clean/edit-text.ts';
import { chineseNumber } from '../figures/chinese-number.ts';
import { numberMark } from '../outline/number-mark.ts';
import { labelledOwners, verbOwners } from '../units/owner-list.ts';
import { roleOfWord } from '../units/owner-words.ts';
import { isUnitName } from '../units/unit-name.ts';
import type { DraftOwner, DraftTask } from './draft-task.ts';

const COUNT = '[(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)]?';
const COUNTS = `第? ?${COUNT}(?:(?:[、,和及与]|至|到|[-—–~]{1,2}) ?第? ?${COUNT}){0,30}`;
const KIND = '(?:项|条|款|类)(?:重点|主要|具体)?(?:工作)?(?:任务|工作|事项|措施|内容)?|号(?:任务|事项)|任务';
const ROLE =
  '(?:牵头|负责|主办|承办|承担|配合|参与|参加|协办|协助|主责|落实)(?:组织|做好|推进|落实|抓好|完成|实施|任务|事项)?';
/** 牵头第1、2、6项任务: what a unit does with tasks that are told by their numbers. */
const SHARE = new RegExp(`(${ROLE})[: ]?(${COUNTS}) ?(?:${KIND})`, 'g');
/** 市X局职责:牵头第1项任务. */
const BEHIND_NAMES = /(?:的?(?:主要|工作)?(?:职责|分工|任务))? ?[:,]? ?$/;
/** `第1、2项任务由省X厅牵头,省Y厅配合` and `第1项任务:省X厅`. */
const NUMBERS_FIRST = new RegExp(`^(${COUNTS}) ?(?:${KIND})[,:]? ?由?(?=[\\u4e00-\\u9fff])`);
const LONGEST_LINE = 400;
const LONGEST_NAMES = 120;

interface Share {
  task: number;
  owner: DraftOwner;
}

const moved = ({ start, end, role }: DraftOwner, by: number): DraftOwner => ({
  role,
  start: start + by,
  end: end + by,
});
const valueOf = (no: string): number => {
  const bare = no.replace(/[第()、.．,:\s项]/g, '');
  return /^\d+$/.test(bare) ? Number(bare) : (chineseNumber(bare) ?? 0);
};

/** 第1、3-5 → 1, 3, 4, 5. */
function numbersIn(printed: string): number[] {
  const found: number[] = [];
  for (const { 0: no, index } of printed.matchAll(/\d{1,2}|[一二三四五六七八九十]{1,3}/g)) {
    const value = valueOf(no);
    const last = found.at(-1);
    if (last !== undefined && /[-—–~至到]/.test(printed.slice(Math.max(0, index - 3), index)))
      for (let between = last + 1; between < value; between += 1) found.push(between);
    found.push(value);
  }
  return found;
}

/** `市X局、市Y局`, nothing but names; places are of the whole text. */
function namesAt(said: string, at: number): DraftOwner[] {
  const owners = labelledOwners(said, 'responsible');
  const named = owners.every(({ start, end }) => isUnitName(said.slice(start, end)));
  return named ? owners.map((owner) => moved(owner, at)) : [];
}

/** 第1、2项任务由省X厅牵头,省Y厅配合。 */
function numbersFirst(said: string, at: number): Share[] {
  const found = NUMBERS_FIRST.exec(said);
  if (found?.[1] === undefined) return [];
  const from = found[0].length;
  const names = said.slice(from).replace(/[。;]\s*$/, '');
  const byVerb = verbOwners(names).map((owner) => moved(owner, at + from));
  const owners = byVerb.length > 0 ? byVerb : namesAt(names, at + from);
  return numbersIn(found[1]).flatMap((task) => owners.map((owner) => ({ task, owner })));
}

/** 省X厅:牵头第1项,配合第2项任务;省Y厅牵头第3项任务。 */
function unitsFirst(said: string, at: number): Share[] {
  const shares: Share[] = [];
  let owners: DraftOwner[] = [];
  let from = 0;
  for (const { 0: whole, 1: role = '', 2: counts = '', index } of said.matchAll(SHARE)) {
    const skipped = /^[,;。、\s]*/.exec(said.slice(from, index))?.[0].length ?? 0;
    const names = said.slice(from + skipped, index).replace(BEHIND_NAMES, '');
    if (names.length > LONGEST_NAMES) return [];
    if (names.length > 1) owners = namesAt(names, at + from + skipped);
    if (owners.length === 0) return [];
    const own = owners.map((owner) => ({ ...owner, role: roleOfWord(role) }));
    shares.push(...numbersIn(counts).flatMap((task) => own.map((owner) => ({ task, owner }))));
    from = index + whole.length;
  }
  return shares;
}

/** Lines of a list that says which unit has a share in which tasks; places are of the whole text. */
function sharesIn(simplified: string): { line: Span; shares: Share[] }[] {
  return linesOf(simplified).flatMap((printed) => {
    const line = trimmed(simplified, printed);
    const said = simplified.slice(line.start, line.end);
    if (said.length > LONGEST_LINE || !/[项条款类号任]/.test(said)) return [];
    // 第1项任务 begins with its number too; 1.省X厅 with that of the line.
    const first = numbersFirst(said, line.start);
    const from = numberMark(said)?.length ?? 0;
    const shares = first.length > 0 ? first : unitsFirst(said.slice(from), line.start + from);
    return shares.length > 0 ? [{ line, shares }] : [];
  });
}

/** The list of tasks that the numbers count: the nearest before `from` that has them all, each once; else none. */
function listMeant(tasks: readonly DraftTask[], told: ReadonlySet<number>, from: number): readonly DraftTask[] {
  const lists = [...Map.groupBy(tasks, ({ section }) => section?.start ?? -1).values()];
  const counted = [tasks, ...lists].filter((list) => {
    const numbers = new Set(list.map(({ no }) => (no === null ? 0 : valueOf(no))));
    return numbers.size === list.length && [...told].every((task) => numbers.has(task));
  });
  return counted.findLast(([first]) => first !== undefined && first.title.start < from) ?? counted[0] ?? [];
}

/**
 * Owners printed in a list of their own that tells tasks by their numbers (`省X厅:牵头第1、2项任务,配合第3项任务。`).
 * Only where no task names any owner itself and the numbers of the tasks are told apart; a line of that list is no task.
 */
export function withOwnersByNumber(tasks: readonly DraftTask[], simplified: string): readonly DraftTask[] {
  const lines = sharesIn(simplified);
  if (lines.length === 0) return tasks;
  const pointing = new Uint8Array(simplified.length);
  for (const { line } of lines) pointing.fill(1, line.start, line.end);
  const printed = tasks.filter(({ title }) => pointing[title.start] !== 1);
  const shares = lines.flatMap((line) => line.shares);
  const shared = Map.groupBy(shares, ({ task }) => task);
  const meant = new Set(listMeant(printed, new Set(shared.keys()), lines[0]?.line.start ?? 0));
  if (meant.size === 0 || printed.some(({ owners }) => owners.some(({ start }) => pointing[start] !== 1))) return tasks;
  const has = (role: DraftOwner['role']): boolean => shares.some(({ owner }) => owner.role === role);
  // X负责第1项,Y配合第1项: who is in charge beside others leads them.
  const leads = !has('lead') && has('supporting');
  return printed.map((task) => {
    const own = meant.has(task) ? shared.get(valueOf(task.no ?? '')) : undefined;
    const owners = own?.map(({ owner }) => owner) ?? [];
    return {
      ...task,
      owners: leads ? owners.map((one) => (one.role === 'responsible' ? { ...one, role: 'lead' } : one)) : owners,
    };
  });
}
