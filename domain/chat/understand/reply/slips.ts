/**
 * Slips of the input method: the sound is right, a character is not. Each word stands for the spellings that change
 * one of its characters into one of the same sound; all have the length of what they replace.
 */
const SOUNDS = [
  '累类雷泪', '计记纪际', '完玩', '成城程诚承', '结洁', '预予', '期旗其齐', '延沿', '进近尽', '度渡', '新心', '增曾赠', '变便遍', '化话',
  '底低', '序续绪', '推退', '申伸', '请情清', '达答', '到道', '合和', '启起', '动洞', '协携', '调条', '批披', '复付', '束速', '全权', '部步布',
  '率律绿', '厕侧测', '所锁', '检捡', '查察', '清青情', '理里', '止至', '卡咖', '目木', '提题', '报抱', '验艳', '盖概', '建件', '工公',
]; // prettier-ignore

const WORDS =
  '累计 完成 办结 预计 延期 进度 新增 变化 月底 年底 有序推进 序时 申请 达到 合计 启动 协调 批复 结束 竣工 全部 覆盖率 厕所 检查 创建 清理 提请 卡在 目前 报送 推进';

/** Spellings that are words of their own, or parts of two that stand side by side. */
const REAL = new Set('和计 情理 检察 创件 成都 延其 推尽 起动 近度 权部 全布 结速 报抱'.split(' '));

const soundsOf = (character: string): string => SOUNDS.filter((group) => group.includes(character)).join('');

const TYPED = new Map<string, string>();
for (const word of WORDS.split(' '))
  for (let at = 0; at < word.length; at += 1)
    for (const other of soundsOf(word.charAt(at))) {
      const typed = word.slice(0, at) + other + word.slice(at + 1);
      if (typed !== word && !REAL.has(typed)) TYPED.set(typed, word);
    }

/** Where only the neighbours tell. */
const AMONG: [RegExp, string][] = [
  [/(?<![难可予得足加所借])以(?=完成|办结|建成|经(?!过|营|济)|印发|启动|报送|上线|开工|竣工)/g, '已'],
  [/延其(?=到|至)/g, '延期'],
  [/第是(?=项)/g, '第十'],
  [/便化|遍化/g, '变化'],
  [/结速/g, '结束'],
  [/还忘(?=酌|请|予|领导)/g, '还望'],
  [/有徐(?=推进)/g, '有序'],
  [/(?<=全部|均已|都已|已)上限/g, '上线'],
  [/创件/g, '创建'],
  [/情理(?=完成|完毕|结束|工作)/g, '清理'],
  [/预记/g, '预计'],
  [/己(?=经|完成|办结|建成|报(?!告)|印发|启动|开工|竣工|上线|通过)/g, '已'],
];

const ANY = new RegExp([...TYPED.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** The text with the usual slips mended, unit for unit. */
export const withoutSlips = (plain: string): string =>
  AMONG.reduce(
    (text, [pattern, right]) => text.replace(pattern, right),
    plain.replace(ANY, (typed) => TYPED.get(typed) ?? typed),
  );
