/** Words of reports that the grammar knows: what is left of a clause without them was not understood. */
const KNOWN = new RegExp(
  ('一切 数量 状态 现状 内容 数字 指标 具体 较 同 暂 数 这边 那边 手头 手上 截至目前 截止目前 到目前为止 目前为止 目前 现在 当前 今年以来 今年 本年度 年度 全年 本月 本周 本期 本次 本季度 这个月 这周 上半年 加上 前面 前期 连同 现 共 总 已有 一共 总共 共计 累计 合计 总计 总的 存量 增量 总数 总量 总额 全部 全面 均已 已经 业已 已 都 均 又 再 新增 新 增加 增长 增至 达到 达 完成 建成 办结 办理 办 落实 推进 开展 进行 实施 进度 进展 情况 总体 整体 工作 任务 项目 目标 指标 序时 计划 预计 预期 争取 力争 确保 保证 之前 以前 前 底 内 左右 约 大约 大概 近 超过 突破 不到 多 余 来 其中 另外 另 还 也 就 才 只 仅 了 某 的 是 为 有 在 到 至 由 从 和 与 及 等 个 家 项 我们 我局 我委 我镇 我院 我校 我单位 我办 我区 我县 我市 本单位 本局 我 本 该 此 这 那 一项 一块 方面 部分 剩余 剩下 余下 其余 其他 还剩 还有 还差 差 尚 未 没 无 不 能 可 会 要 将 拟 请 申请 延期 延至 延到 延长 时限 期限 顺延 因 由于 原因 理由 受 影响 报送 上报 报 补报 提交 材料 佐证 总结 情况说明 数据 更正 应为 应该 写错 报错 有误 上次 上期 上月 一样 相同 变化 没有 占 比 率 完成率 比例 提高 提升 下降 升 降 增 第 批 期 次 吧 呢 啊 啦 哦 嗯 吗 呀 今天 昨天 明天 上午 下午 上周 下周 肯定 一定 保证 可以 没问题 问题 顺利 按期 按时 如期 提前 圆满 正式 启动 开始 结束 收工 完工 竣工 验收 通过 交付 投用 投运 使用 上线 印发 出台 发布 举办 举行 召开 组织 更新 改造 建设 新建 整治 清理 培训 排查 检查 你好 谢谢 领导 老师 各位 同志 办公室 汇报 报告 如下 搞定 弄 做 干 搞 修 装 好 完 成 正在 正 仍 还在 继续 有序 积极 加快 抓紧 正常 按 照 对 把 被 让 给 去 来 上 下 中 里 起 后 时 月 日 年 号 季度 周 天').split(' ').sort((a, b) => b.length - a.length).join('|') + /|您好?/.source,
  'g',
); // prettier-ignore

/** Whether a clause was understood but for a few characters. `names`: words of the task and its targets; `limit`: characters. */
export function isExplained(
  body: string,
  names: string,
  taken: { start: number; end: number }[],
  offset: number,
  limit: number,
): boolean {
  const open = taken.reduce((text, { start, end }) => {
    const from = Math.max(0, start - offset);
    return text.slice(0, from) + ' '.repeat(Math.max(0, end - offset - from)) + text.slice(end - offset);
  }, body);
  if (/\d/.test(open.replace(/§+/g, ''))) return false;
  return strangeSigns(open, names) <= limit;
}

/** How many signs of a text are neither known words nor the task's own. */
export const strangeSigns = (text: string, names: string): number =>
  [...text.replace(KNOWN, '')].filter((sign) => /[\u4e00-\u9fff]/.test(sign) && !names.includes(sign)).length;
