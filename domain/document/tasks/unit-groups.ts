import type { Section } from '../outline-types.ts';
import { findOwners } from '../units/find-owners.ts';
import { verbOwners, labelledOwners, type Owner } from '../units/owner-list.ts';
import { isUnitName } from '../units/unit-name.ts';

const DUTIES = /(?:的)?(?:主要|工作|具体)?(?:职责|任务|责任)(?:任务)?$/;

/** 部门职责 is about all of them. */
const KIND_ALONE = /^(?:各|有关|相关|成员)?(?:部门|单位|机构|组织)$/;
/** 建设服务中心 ends like a name; what begins with a level or says who is in charge is one. */
const SAYS_SO = /^(?:省|市|州|县|区|镇|乡)(?![级内域场])|(?:负责|牵头|主办|承办)$/;
/** 林业局: short, and of the kind that nothing else ends with. */
const BUREAU =
  /^(?!(?:成立|设立|组建|建立|完善|调整|优化|做好|建设|推进|加强|开展|支持|配合|深化|改革))[\u4e00-\u9fff]{2,8}(?:局|公安|检察院|法院)$/;

/** 市X局负责, 市Y局职责, or nothing but names: who has the duties that stand below such a heading. Ranges of the text. */
function namedOwners(simplified: string, { heading }: Pick<Section, 'heading'>): Owner[] {
  const printed = simplified.slice(heading.start, heading.end);
  const said = printed.replace(DUTIES, '');
  if (said === printed && !SAYS_SO.test(said) && !BUREAU.test(said)) return [];
  const byVerb = verbOwners(said);
  const owners = byVerb.length > 0 ? byVerb : labelledOwners(said, 'responsible');
  return owners.every(
    ({ start, end }) => isUnitName(said.slice(start, end)) && !KIND_ALONE.test(said.slice(start, end)),
  )
    ? owners.map((owner) => ({ ...owner, start: owner.start + heading.start, end: owner.end + heading.start }))
    : [];
}

/** Who owns a group as a whole, by its heading or by what stands between it and its first task. */
export function ownersOfHeading(simplified: string, group: Section): Owner[] {
  const named = namedOwners(simplified, group);
  if (named.length > 0 || group.children.length === 0) return named;
  const text = simplified.slice(group.heading.start, group.body.end);
  const { owners } = findOwners(text);
  // 列首位的为牵头单位,其他为协助单位 names nobody.
  if (!owners.every(({ start, end }) => isUnitName(text.slice(start, end)) && !/[的为]/.test(text.slice(start, end))))
    return [];
  return owners.map((owner) => ({
    ...owner,
    start: owner.start + group.heading.start,
    end: owner.end + group.heading.start,
  }));
}
