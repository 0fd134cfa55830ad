/** Words that plans use of every task: they tell none from another. */
const COMMON =
  '结果 时间 领导 办公 公室 材料 数据 现场 推进 建设 开展 加强 工作 完善 实施 推动 健全 建立 组织 任务 项目 完成 新增 新建 落实 管理 提升 制定 情况 进度 累计 建成 达到 办理 办结 机制 体系 力度 水平 全面 深入 持续 强化 优化 做好 目标 推行 ' +
  '数量 人数 人次 次数 比例 重点 专项 行动 我市 全市 全区 全县 发展 提高 年度 计划 方案 单位 部门 统一 一日 第一 第二 报送 已经 目前 进展 上报 审核 协调 问题 困难 整改 印发 出台 启动 开始 申请 延期 召开 会议 ' +
  '正在 推广 覆盖 服务 改造 更新 整治 清理 培训 检查 排查 发放 新认 认定 化解 修订 举办 创建 打造 编制 引进 配备 签约 派出 走访 查办 抽查 打击 支持 促进 扩大 公共 城市 农村 社会 企业';

const STOP = new Set(COMMON.split(' '));
/** Half of what the list says is often the whole of what tells two tasks apart; it counts, but less. */
const WEAK = new Set(
  '推广 覆盖 服务 改造 更新 整治 清理 培训 检查 排查 发放 化解 修订 举办 创建 打造 编制 引进 配备 签约 派出 走访 查办 抽查 公共 农村 企业 审核 整改'.split(
    ' ',
  ),
);

export interface Topics {
  /** For each task: its two-character words, with how many tasks share them. */
  words: Map<string, number>[];
  names: string[];
}

const HAN_PAIR = /^[\u4e00-\u9fffA-Za-z]{2}$/;

function pairsOf(name: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= name.length; at += 1) {
    const pair = name.slice(at, at + 2);
    if (HAN_PAIR.test(pair)) pairs.add(pair);
  }
  return pairs;
}

const weightOf = (pair: string): number => (WEAK.has(pair) ? 0.4 : STOP.has(pair) ? 0 : 1);

/** `names`: for each task its title and the names of its targets, prepared. */
export function topicsOf(names: string[]): Topics {
  const pairs = names.map(pairsOf);
  const words = pairs.map(
    (own) =>
      new Map(
        [...own].map((pair) => {
          const shared = pairs.filter((others) => others.has(pair)).length;
          return [pair, weightOf(pair) / shared ** 2] as const;
        }),
      ),
  );
  return { words, names };
}

/** How much of each task's words a clause holds; 0: none. Abbreviations (高企, 拆违) count half. */
export function topicScores(text: string, { words, names }: Topics): number[] {
  const said = pairsOf(text);
  const scores = words.map((own) => {
    let score = 0;
    for (const pair of said) score += own.get(pair) ?? 0;
    return score;
  });
  if (scores.some((score) => score >= 0.9)) return scores;
  const short = [...said].filter((pair) => weightOf(pair) === 1);
  return scores.map((score, at) => {
    const name = names[at] ?? '';
    const own = short.filter((pair) => abbreviates(pair, name));
    const only = own.filter((pair) => !names.some((other, index) => index !== at && abbreviates(pair, other)));
    return score + 0.5 * Math.min(only.length, 2);
  });
}

/** Both characters stand in the name in this order, not side by side, each beginning a word of two. */
function abbreviates(pair: string, name: string): boolean {
  const first = name.indexOf(pair.charAt(0));
  if (first < 0) return false;
  const second = name.indexOf(pair.charAt(1), first + 2);
  return second > first && second - first <= 10;
}

/** How much of one name stands in a text, in pairs of characters that tell something. */
export function nameScore(text: string, name: string): number {
  const said = pairsOf(text);
  let score = 0;
  for (const pair of pairsOf(name)) if (said.has(pair)) score += Math.max(weightOf(pair), 0.2);
  if (score === 0) for (const pair of said) if (weightOf(pair) > 0 && abbreviates(pair, name)) score += 0.4;
  return score;
}

const COMMON_SIGNS = new Set([
  ...COMMON.replace(/\s/g, ''),
  ...'的了在是有和与及到把被我们你他这那个些都还也就不没无已经要能可会请将于上下前后中内外大小多少年月日天次项条件本该各全市县区镇乡局办处科室领导老师一二三四五六七八九十百千万亿点进出报',
]);

/** The one task of which a text holds characters that no other task's words hold; null: none, or several. */
export function taskBySigns(text: string, { names }: Topics): number | null {
  // 30户: a counter names nothing.
  const signs = [
    ...new Set(text.replace(/[\d一二两三四五六七八九十百千万几]+(?:余|多|来)?[\u4e00-\u9fff]|[这本上下]学期/g, '')),
  ].filter((sign) => /[\u4e00-\u9fff]/.test(sign) && !COMMON_SIGNS.has(sign));
  const scores = names.map(
    (name, at) =>
      signs.filter((sign) => name.includes(sign) && !names.some((other, index) => index !== at && other.includes(sign)))
        .length,
  );
  const best = Math.max(...scores);
  const winners = scores.flatMap((score, at) => (score === best ? [at] : []));
  return best >= 1 && winners.length === 1 && scores.every((score, at) => at === winners[0] || score * 2 <= best)
    ? (winners[0] ?? null)
    : null;
}
