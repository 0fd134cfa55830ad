import type { CommandName } from '../command.ts';

/** What each sub-command does, for help and for a word that several begin with. */
export const zhCommands = {
  ambiguous: (word: string) => `以“${word}”开头的指令有:`,
  hints: {
    help: '可用的指令',
    tasks: '本人在办的事项',
    state: '方案或任务的进度,如“进度 九”',
    nudge: '催办承办单位,如“催办 九 市公安局”',
    'dry-run': '阶段转换预演',
    advance: '推进到下一阶段',
    undo: '撤回阶段推进',
    accept: '验收办结,如“验收 九”',
    return: '退回办结申请,如“退回 九 佐证材料不全”',
    assign: '指定承办单位,如“指定 九 市公安局、市应急局”',
    scan: '登记盖章扫描件,如“扫描件 九 审签单扫描件.pdf”',
    reassign: '改派承办单位,如“改派 九 市公安局 理由”',
    escalate: '核定提示分管负责同志,如“核定提示 九”',
    'hold-back': '不提示分管负责同志,如“不提示 九 理由”',
    'decide-dispute': '职责异议不成立,如“维持分工 九 理由”',
    unsigned: '尚未签收的单位',
    extension: '批复延期,如“批复 九 同意”',
    sign: '审签,如“审签 九 同意”',
    pause: '暂缓办理,如“暂缓 九 至12月21日 理由”',
    resume: '恢复办理,如“恢复办理 九 理由”',
    notice: '起草或核发督办单,如“督办单 九”',
    circular: '起草通报,如“通报 九”',
    'roll-up': '各单位报送情况和汇总稿,如“汇总 九”',
    brief: '最近核发的一期简报;“简报 起草”“简报 核发”',
    leave: '登记外出,如“外出至11月30日,由李某代”',
    'hand-over': '移交联络工作,如“移交 李某 王某”',
    login: '取得网页登录链接',
    'merge-units': '合并单位',
    'link-tasks': '关联任务',
    'sub-item': '增列分解任务',
    bind: '绑定本账号,如“绑定 一次性码”;为他人发放绑定码,如“绑定 李某”',
    unbind: '解除绑定,如“解除绑定 李某”;单独发送解除本账号',
    language: '本人的界面语言,如“语言 英文”',
  } satisfies Record<CommandName, string> as Record<CommandName, string>,
  login: {
    link: (url: string) => `你的网页登录链接:${url}`,
    once: '10分钟内一次有效,仅限本人使用,请勿转发。',
    here: '你已在网页收件箱中,无需另取链接。',
    notSent: '登录链接未能发出,请稍后再发“登录”。',
  },
};

export type CommandWords = typeof zhCommands;
