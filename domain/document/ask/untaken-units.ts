import type { DraftTask } from '../tasks/draft-task.ts';
import type { Span } from '../types.ts';
import { isUnitName } from '../units/unit-name.ts';

/** Words before a colon that say whose work it is, whatever blanks a scan has put between them. */
const LABEL =
  /^.{0,12}?(?:牵\s*头|责\s*任|配\s*合|主\s*办|承\s*办|协\s*办|参\s*与|主\s*责|落\s*实|执\s*行|负\s*责|协\s*同)[^:\n]{0,3}?(?:单\s*位|部\s*门|机\s*构|主\s*体|科\s*室)[^:\n]{0,6}:/;
const INSIDE = /(?:牵头|责任|配合|主办|承办|协办|参与|主责|落实)(?:责任)?(?:单位|部门)[^:\n]{0,4}:/;
/** Stricter than a list behind a label needs: here nothing else says that it is a list of units. */
const ORGAN =
  /(?:局|委|办|部|厅|院|署|政府|中心|公司|集团|管委会|办事处|委员会|联|协会|所|站|队|司|处|科|股|室|校|社|团|馆|园|支行|分行|学院|大学|县区|乡镇|街道|单位|部门|\))$/;
/** 六、有关要求: another section begins. */
const NUMBERED = /^\s*(?:[㈠-㈩①-⑳]|\(?[一二三四五六七八九十\d]{1,3}[)、.])/;
const SENTENCE = /[的了将把并以由]|(?:领导|统一|具体|认真|切实|加强|做好|开展|落实)/;

/** Stretches that read as owners of tasks and were taken for none: behind a label, or a list of nothing but organs. */
export function untakenUnits(simplified: string, tasks: readonly DraftTask[], regions: readonly Span[]): Span[] {
  const taken = takenPlaces(simplified.length, tasks);
  return regions.flatMap((region) =>
    stretchesOf(simplified, region).filter((stretch) => {
      const said = simplified.slice(stretch.start, stretch.end);
      const label = LABEL.exec(said)?.[0] ?? '';
      const goesOn = label === '' && !NUMBERED.test(said) && followsLabel(simplified, stretch);
      const from = stretch.start + label.length;
      const names = partsOf(simplified, { start: from, end: stretch.end });
      const left = names.filter(({ start, end }) => !taken.subarray(start, end).includes(1));
      if (left.length === 0) return label !== '' && names.length === 0;
      const organ = ({ start, end }: Span): boolean => isOrgan(simplified.slice(start, end), label !== '' || goesOn);
      if (label !== '') return left.some(organ);
      if (goesOn) return left.filter(organ).length * 2 > names.length;
      return left.length >= 2 && left.length === names.length && left.every(organ);
    }),
  );
}

/** A line below one that has a label and doesn't end: the list goes on. */
function followsLabel(text: string, { start }: Span): boolean {
  const gap = /\n\s*$/.exec(text.slice(Math.max(0, start - 6), start))?.[0].length ?? 0;
  if (gap === 0) return false;
  const end = start - gap;
  const line = text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 200), end);
  return INSIDE.test(line) && !/[。;)]$/.test(line);
}

function takenPlaces(length: number, tasks: readonly DraftTask[]): Uint8Array {
  const taken = new Uint8Array(length);
  for (const { owners, title } of tasks) for (const { start, end } of [...owners, title]) taken.fill(1, start, end);
  return taken;
}

const isOrgan = (name: string, labelled: boolean): boolean =>
  labelled ? isUnitName(name.replace(/\s/g, '')) : ORGAN.test(name) && isUnitName(name) && !SENTENCE.test(name);

/** What stands between ends of sentences, lines, cells and bracket signs. */
function stretchesOf(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  const close = (to: number): void => {
    if (to - from >= 3 && to - from <= 400) found.push({ start: from, end: to });
  };
  for (const { index, 0: sign } of text.slice(start, end).matchAll(/[。\n\t〔【〕】(]|\)(?=[。\n\s]|$)/g)) {
    const at = start + index;
    // 各县(市、区): a bracket inside a name parts nothing.
    if (
      sign === '(' &&
      /^\([^()\n]{1,12}\)/.test(text.slice(at, at + 14)) &&
      !/^\([^()]*(?:局|委|办|:)/.test(text.slice(at, at + 14))
    )
      continue;
    close(at);
    from = at + 1;
  }
  close(end);
  return found;
}

function partsOf(text: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (const { index, 0: part } of text.slice(start, end).matchAll(/[^、,;\s][^、,;]*/g)) {
    const trimmed = part.trimEnd();
    if (trimmed.length >= 2) found.push({ start: start + index, end: start + index + trimmed.length });
  }
  return found;
}
