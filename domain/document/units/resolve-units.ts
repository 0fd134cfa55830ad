import type { PlanUnit, UnitKind, UnitRelation } from '../../plan/types.ts';
import { simplify } from '../clean/simplify.ts';
import { bureauOf, levelOf, withoutLevel } from './bureaus.ts';
import { withoutBrackets } from './unit-name.ts';

/** A unit of the draft with what is to be asked about it. */
export interface ResolvedUnit {
  unit: PlanUnit;
  /** What a reform made of it; null: nothing known. */
  became: string | null;
  /** Another unit of the plan with the same name at another level, or at none. */
  namesake: string | null;
}

const GROUP =
  /^(?:各|有关|相关|市直|县直|区直|省直|州直|市级|县级|区级|省级|其他|其它|所有|全体)|(?:各成员单位|有关部门|相关部门|有关单位|相关单位)$/;
const COUNTY =
  /(?:县|区|旗|园区|新区|开发区|高新区|经开区|新城|镇|乡|街道|示范区)(?:人民政府|政府|党委|管委会|管理委员会|办事处|党工委)?$|^.{2,5}市(?:人民政府|政府)?$/;
const RELATIONS: [RegExp, UnitRelation][] = [
  [
    /法院|检察院|人民银行|^人行|人行.*支行|海关|(?:银|证|保|银保)监|金融监管|外汇|军分区|武装部|出入境|海事/,
    'independent',
  ],
  [/大学|学院|公司|集团|银行|医院|协会|商会|研究院|学校|中学|电信|移动|联通|供电|学会/, 'institution'],
];

const kindOf = (name: string): UnitKind =>
  GROUP.test(name)
    ? 'group'
    : COUNTY.test(withoutBrackets(name)) && !/社区$|小区$/.test(name)
      ? 'county'
      : 'department';

const relationOf = (name: string, kind: UnitKind): UnitRelation =>
  kind === 'department' ? (RELATIONS.find(([form]) => form.test(name))?.[1] ?? 'subordinate') : 'subordinate';

const SHORT_ENDINGS =
  /(?:人民政府|管理委员会|管委会|办公室|办公厅|委员会|领导小组|联席会议|有限公司|分公司|公司|政府|局|委|办|部|厅|院|会|所)$/;

/** At most four characters for a column's head. */
function shortOf(name: string, kind: UnitKind): string {
  const known = bureauOf(name);
  if (known && kind === 'department') return known.short;
  const bare = kind === 'group' ? withoutBrackets(name) : withoutLevel(withoutBrackets(name));
  const cut = bare.length > 2 ? bare.replace(SHORT_ENDINGS, '') : bare;
  const short = [...(cut.length >= 2 ? cut : bare)].slice(0, 4).join('').trim();
  return short === '' ? '单位' : short;
}

/** The same head twice gets its level before it, else a counting number. */
function distinct(short: string, name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(short)) return short;
  const characters = [...short];
  const options = [
    levelOf(name) + characters.slice(0, 3).join(''),
    [...withoutBrackets(name)].slice(0, 4).join(''),
    [...name].slice(-4).join(''),
  ];
  const free = options.find((one) => one.trim() !== '' && !taken.has(one));
  if (free) return free;
  for (let count = 2; ; count++) {
    const suffix = String(count);
    const tried = characters.slice(0, Math.max(0, 4 - suffix.length)).join('') + suffix;
    if (!taken.has(tried)) return tried;
  }
}

/** Two names of one organ: the same bureau at the same level. */
const keyOf = (name: string): string => {
  const said = simplify(name).replace(/\s/g, '');
  const known = bureauOf(said);
  const bracket = /[(〔][^()〔〕]*[)〕]/.exec(said)?.[0] ?? '';
  return known ? `${levelOf(said)}|${known.short}|${said.endsWith('分局') ? said : ''}${bracket}` : said;
};

/**
 * The units that a plan names, in the order of their first mention, with guesses by the genre's forms. Names stay as
 * printed; other names of the same organ become aliases.
 */
export function resolveUnits(names: readonly string[]): ResolvedUnit[] {
  const byKey = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const key = keyOf(name);
    const known = byKey.get(key);
    if (known) known.push(name);
    else byKey.set(key, [name]);
  }
  const taken = new Set<string>();
  const keys = [...byKey.keys()];
  return [...byKey].map(([key, [name = '', ...others]]): ResolvedUnit => {
    const said = simplify(name);
    const kind = kindOf(said);
    const wanted = distinct(shortOf(said, kind), said, taken);
    taken.add(wanted);
    const plain = said === name ? [] : [said];
    const aliases = [...new Set([...others, ...plain])].filter((alias) => alias !== name);
    const unit: PlanUnit = {
      name,
      short: wanted,
      aliases,
      kind,
      relation: relationOf(said, kind),
      ...(kind === 'group' ? { members: [] } : {}),
    };
    const core = bureauOf(said)?.short;
    const other = core ? keys.find((one) => one !== key && one.split('|')[1] === core) : undefined;
    return { unit, became: bureauOf(said)?.became ?? null, namesake: other ? (byKey.get(other)?.[0] ?? null) : null };
  });
}
