import type { World } from '../facts/world.ts';
import { aims, goals, safeguards, tasks, type Part } from './body.ts';
import { printDay } from './dates.ts';
import { phases } from './phases.ts';
import { printTaskTable } from './units.ts';

const ADDRESSEES = {
  province: '各市(州)人民政府,省直各部门、各直属机构:',
  city: '各县(市、区)人民政府,市直各有关单位:',
  county: '各乡镇人民政府,县直各部门:',
  district: '各街道办事处,区直各部门:',
  township: '各村民委员会,镇直各单位:',
  zone: '各园区、各街道,管委会各部门:',
  ministry: '各省、自治区、直辖市主管部门,各司局、各直属单位:',
} as const;

function head({ facts, layout, place, random: { chance, pick } }: World): string[] {
  const day = printDay(facts.issuedOn ?? '', layout.dates);
  const quoted = chance(0.5) ? `《${facts.title}》` : facts.title;
  if (layout.notice === 'notice')
    return [
      ...(chance(0.5) ? [`${facts.issuer}关于印发${quoted}的通知`] : [`${facts.issuer}`, `关于印发${quoted}的通知`]),
      `${facts.docNumber}`,
      ADDRESSEES[place.level],
      `${pick(['现将', '经研究同意,现将'])}《${facts.title}》印发给你们,请结合实际,认真贯彻执行。`,
      `${facts.issuer}`,
      day,
      facts.title,
    ];
  if (layout.notice === 'header')
    return [`${facts.issuer}文件`, `${facts.docNumber}`, facts.title, ADDRESSEES[place.level]];
  return [facts.title];
}

/** A long title may stand on two lines; the second starts where a person would break it. */
const titleLines = (title: string): string[] => {
  const at = title.search(/(实施|工作|行动|三年行动)(方案|计划|要点)|关于/);
  return at > 4 ? [title.slice(0, at), title.slice(at)] : [title];
};

const framed = (lines: string[], { facts, layout, place }: World): string[] => {
  const broken = lines.flatMap((line) => (line === facts.title ? titleLines(line) : [line]));
  switch (layout.frame) {
    case 'none':
      return lines;
    case 'broken-title':
      return broken;
    case 'index-block':
      return [
        `索 引 号:000014349/${facts.issuedOn?.slice(0, 4)}-00027`,
        '主题分类:综合政务',
        `发布机构:${facts.issuer}`,
        ...lines,
      ];
    case 'copies-and-subject':
      return [
        ...lines,
        '主题词:工作 方案 通知',
        `抄送:${place.level === 'ministry' ? '有关部门' : '上级有关部门'},驻地有关单位。`,
      ];
    case 'contact':
      return [...lines, '(联系人:综合科,联系电话:0000-1234567)'];
  }
};

function render(part: Part, index: number, world: World): string[] {
  return [`${world.marks.section(index)}${part.heading}`, ...part.lines];
}

/** The whole document, one paragraph or table row a line. */
export function printDocument(world: World): string {
  const { facts, layout, random, marks, topic } = world;
  const attached = layout.units === 'table-beside-body';
  const tableTitle = `${facts.title.replace(/(\d+—\d+年)$/, '')}任务分工表`;
  const order = [
    ...(world.hasAims ? [aims(random)] : []),
    goals(random, world),
    ...tasks(random, world, marks),
    phases(random, world, marks),
    safeguards(world, marks),
  ].filter((part) => part !== null);
  const numbered = layout.notice === 'notice';
  const lines = [
    ...head(world),
    `为进一步做好${topic}工作,根据上级有关部署要求,结合实际,制定本方案。`,
    ...order.flatMap((part, index) => render(part, index, world)),
    ...(attached ? [`附件:${tableTitle}`] : []),
    ...(numbered ? [] : [`${facts.issuer}`, printDay(facts.issuedOn ?? '', layout.dates)]),
    ...(attached ? ['附件', tableTitle, ...printTaskTable(random, facts.tasks, layout)] : []),
  ];
  return framed(lines, world).join('\n');
}
