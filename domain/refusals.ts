/**
 * The one closed list of refusals. A workflow throws ApplicationFailure with the code as its type; page,
 * command line and chat show the sentence, which says what to do. `{name}` places are filled from details.
 */
export const REFUSALS = {
  PLAN_UNKNOWN: '没有编号为“{plan}”的方案。请用 duban plan list 查看现有方案。',
  PLAN_INVALID: '方案不合格式:{problems}。请改正后重新导入。',
  PLAN_DATES_PAST: '方案中的日期已过({dates})。请先选择重排方式:顺延、以启动日重排、在途接管或补录归档。',
  PLAN_NOT_READY: '方案当前为“{status}”,不能执行该操作。',
  PLAN_ALREADY_STARTED: '方案已经启动,无需重复启动。',
  PLAN_ALREADY_SENT: '方案启动后已有消息发出,不能再改动日期排定方式。',
  AMENDMENT_UNKNOWN: '没有这次修订。请用 duban plan amend 查看,或重新提交新版。',
  AMENDMENT_REPLACED: '此后又提交了新版,这次修订不再办理。请在最近一次修订中办理。',
  CHANGE_UNKNOWN: '这次修订中没有编号为“{change}”的改动。请核对后再办理。',
  CHANGE_DECIDED: '该项改动已经采纳并下达,不能再改为不采纳。如需恢复,请提交新版。',
  CHANGE_CONFLICT: '该项改动不能单独采纳:{problems}。请一并采纳相关改动,或改正新版后重新提交。',
  AMEND_PHASES: '该方案仍按更新前的程序运行,暂不能增减阶段。请信息中心运行 duban repair 后重新采纳。',
  PHASE_BEGUN:
    '“{phase}”已经开始,不能取消。该阶段不再需要的任务可逐项取消,随后转入下一阶段;也可只采纳其起止日期的改动。',
  PHASE_UNDATED: '新版没有写明“{phase}”的起止时间,不能排入运行中的方案。请补全起止时间后重新提交新版。',
  PHASE_PAST:
    '“{phase}”排在已经开始的阶段之前,不能补列。请把其中的工作列为当前阶段的任务,或改列在当前阶段之后,再提交新版。',
  DOCUMENT_TOO_LARGE: '文件超过50 MiB。请另存为较小的文件,或只粘贴方案正文。',
  DOCUMENT_REFUSED: '{reason}',
  NOT_A_PLAN: '{reason}',
  READING_UNKNOWN: '没有编号为“{reading}”的读入稿。请在“方案”页查看,或重新读入文件。',
  READING_SETTLED: '该读入稿已经{status},不能再改动。',
  READING_CHANGED: '读入稿在你查看之后有变动。请核对后再导入。',
  READING_OPEN: '尚有{count}处须先办理:{what}。请逐项答复或改正后再导入。',
  TASK_UNKNOWN: '没有编号为“{task}”的任务。请用 duban task list 查看。',
  TASK_CLOSED: '该项任务已经{status},不再接受填报。如需更正,请联系办公室。',
  PART_UNKNOWN: '“{unit}”不是该项任务的牵头或责任单位。',
  UNIT_UNKNOWN: '没有名为“{unit}”的单位。请核对名称或简称。',
  PART_HELD: '“{unit}”已是该项任务的承办单位。请改选其他单位,或维持现有分工。',
  PART_CLAIMED: '“{unit}”已申请办结。请先验收或退回,再调整承办单位。',
  NO_DISPUTE: '“{unit}”对该项任务没有待核定的职责异议,可能已由其他同志核定。请刷新后查看。',
  DISPUTE_NEEDS_UNIT: '“{unit}”是牵头单位或唯一承办单位,异议成立的,请一并指明改由哪个单位承办。',
  LEAVE_PAST: '外出的结束日期已过或无法识别。请写明今后的日期,如“外出至11月30日,由李某代”。',
  LEAVE_ORDER: '外出的开始日期({from})晚于结束日期({until})。请核对后重新填写。',
  LEAVE_TOO_LONG: '外出超过{days}天的,请办理更换联络员,不作临时代办。',
  LEAVE_STANDS_IN: '“{person}”外出至{until},事项正由你代办。请先请其另定代办人员,再登记本人外出。',
  NOT_AWAY: '没有登记过外出,无需销假。',
  STAND_IN_UNKNOWN: '请写明由谁代办,如“外出至11月30日,由李某代”。本单位可代办的有:{names}。',
  STAND_IN_OTHER_UNIT: '“{person}”不是本单位登记的联络人,不能代办。请改由本单位人员代办,或先请办公室登记。',
  STAND_IN_UNBOUND: '“{person}”尚未绑定账号,收不到提示。请先由其绑定,或改由其他同志代办。',
  STAND_IN_AWAY: '“{person}”在此期间也外出(至{until}),不能代办。请改由其他同志代办。',
  HANDOVER_OTHER_UNIT: '“{person}”不是“{unit}”的人员。联络工作只能移交给本单位人员;确已调入的,请先登记为该单位联络人。',
  HANDOVER_SELF: '移交人和接收人是同一人,无需办理。',
  NOT_A_CONTACT: '“{person}”目前不是该方案登记的联络人,可能已经移交或停用。请刷新后查看。',
  UNIT_MERGED: '“{unit}”已并入其他单位,不再办理。',
  UNIT_OWN_MERGE: '同一单位不能并入自身,牵头办公室也不能并入其他单位。请核对单位名称。',
  CONTACT_UNKNOWN: '没有名为“{contact}”的联络人。请用 duban contact add 先行登记。',
  ACCOUNT_UNKNOWN: '尚未绑定身份。请向办公室索取一次性绑定码。',
  NOT_YOURS: '该事项不属于你单位,未予登记。如有疑问,请联系办公室。',
  NOT_PERMITTED: '你没有执行该操作的权限({act})。',
  BUTTON_UNKNOWN: '该按钮无效。请打开收件箱,在最新的消息上操作。',
  BUTTON_NOT_YOURS: '该消息不是发给你的,未予登记。',
  CARD_CLOSED: '该事项已经办理:{result}。',
  PHASE_NOT_OPEN: '该事项所在阶段尚未开始或已经结束,暂不受理。',
  PHASE_LAST: '已是最后一个阶段,没有可以推进的下一阶段。',
  DOSSIER_CHANGED: '情况在预演之后有变化。请重新预演,核对后再推进。',
  OVERRIDE_REASON_REQUIRED: '仍有未完成事项({gaps}),推进须写明理由(不少于5个字)。',
  ALREADY_ADVANCING: '阶段正在转换,{until}前可以撤回。',
  NOTHING_TO_UNDO: '没有可以撤回的阶段转换,或者撤回时限已过。',
  NOTHING_CLAIMED: '该单位尚未申请办结,不能验收或退回。',
  SELF_ACCEPT: '不得验收本人填报或本单位承办的事项。请由其他同志办理。',
  REASON_REQUIRED: '请写明理由(不少于5个字)。',
  EXTENSION_NO_DUE: '该事项没有可以延期的办结时限。如有困难,请提请协调。',
  EXTENSION_FIXED: '该项时限({due})由上级或其他单位确定,不能延期。如有困难,请提请协调。',
  EXTENSION_ONCE: '该项任务已延期{count}次,不再受理延期申请。如有困难,请提请协调。',
  EXTENSION_OPEN: '该项任务已有延期申请待办理,无需重复申请。',
  EXTENSION_CLAIMED: '该项任务已申请办结,无需延期。',
  EXTENSION_EXPIRED: '时限({due})已过,不再受理延期申请。请报送办理情况并说明原因。',
  EXTENSION_DATE_EARLY: '拟延至的日期({date})不晚于现时限({due})。请填写更晚的日期。',
  EXTENSION_DATE_PAST: '拟延至的日期({date})已过。请填写今后的工作日。',
  EXTENSION_DATE_BEYOND: '拟延至的日期({date})超出方案期限({end})。请填写{end}以前的工作日。',
  EXTENSION_DATE_REST: '拟延至的日期({date})是休息日。请改为工作日,如{next}。',
  EXTENSION_NONE: '该单位没有待批的延期申请,可能已经批复、退回或不再需要。',
  EXTENSION_CHANGED: '延期申请在你查看之后有变化。请核对后再批复。',
  EXTENSION_SUPERSEDED: '该单位此后已申请办结或另有申请,延期申请不再批复。请按最新情况办理。',
  EXTENSION_LEADERS: '延期超过{days}天或超出本阶段({end}),须报领导小组。请写明领导小组的决定(不少于5个字)。',
  EXTENSION_UNDO_LATE: '没有可以撤回的延期批复,或者撤回时限已过。',
  TASK_PAUSED: '该项任务暂缓至{until},暂不办理该事项。如需办理,请先恢复。',
  NOT_PAUSED: '该项任务没有暂缓,无需恢复。',
  PAUSE_DATE: '暂缓至的日期({date})应为今天以后、{end}以前的工作日。请改正后重新提交。',
  SELF_DECIDE: '不得批复本人或本单位提出的申请。请由其他同志办理。',
  SIGN_OFF_MISSING: '该单位分管负责同志尚未审签,暂不能{act}。请待审签,或登记盖章扫描件后办理。',
  SIGN_RANK: '审签须由该单位分管负责同志办理。',
  SIGN_NONE: '没有待审签的申请,可能已经审签、退回或由新的申请代替。',
  SIGN_OWN: '不得审签本人填报的事项。请由本单位其他负责同志审签,或将盖章扫描件报办公室。',
  EVIDENCE_REQUIRED: '请写明扫描件的名称和存放处(不少于5个字)。',
  EVIDENCE_UNKNOWN: '没有这份佐证,可能尚未收存完毕。请刷新任务页面后再试。',
  EVIDENCE_FILED: '“{name}”已归入任务,不能再次归入。如有误,请在任务页查看后与报送单位核实。',
  EVIDENCE_DAMAGED: '该佐证的存储内容缺失或与存证不符,已停止提供。请信息中心运行 duban verify 核对。',
  FILE_TOO_LARGE: '“{name}”超过{limit}MB,未予收存。请压缩或拆分后重新发送。',
  FILE_EMPTY: '“{name}”是空文件,未予收存。请核对后重新发送。',
  FILE_TYPE:
    '“{name}”不属于可以收存的文件类型,未予收存。请改为pdf、ofd、Word、Excel、PPT、wps、图片、txt或zip后重新发送。',
  FILE_MISMATCH: '“{name}”的内容与文件类型不符,未予收存。请用原软件打开核对,另存后重新发送。',
  FILE_GONE: '“{name}”已删除或失效,未能取得。请重新发送,或在网页收件箱上传。',
  FILE_UNREACHABLE: '“{name}”一天内未能取得,未予收存。请重新发送,或在网页收件箱上传。',
  UPLOADS_MANY: '一天最多上传{max}份文件。请明日再传,或联系办公室。',
  FILES_MANY: '一次最多收存{max}份文件,其余未予收存。请分次发送。',
  REPLY_NOT_YOURS:
    '该条由{name}报送,只能由其本人撤回。内容有误的,请回复“更正”并写明更正后的内容,以你的名义登记为新版。',
  REPLY_STANDS:
    '没有可以撤回的报送:已经撤回,或者登记已超过{minutes}分钟。如需更正,请回复“更正”并写明更正后的内容,原报送仍予留存。',
  NO_CHANGE_FIRST: '此项尚未报送过进展,没有可以比较的“上次”。请填报进度、完成事项及数据。',
  NO_CHANGE_CLAIMED: '此项已申请办结,待审签或验收,无需再报“较上次无变化”。',
  NO_CHANGE_ASKED:
    '已连续{runs}期报送“较上次无变化”,本期请补充一项:{question}请填报数字,或说明无变化的理由(不少于5个字)。本期尚未登记。',
  REPLY_ACTED_ON: '办公室已办理该条申请,不能撤回。如需更正,请联系办公室。',
  NUDGE_TOO_SOON: '该项任务{days}个工作日内已经向该单位催办过,{until}之后方可再次催办。',
  DELIVERY_UNKNOWN: '没有这条未送达的消息。请用 duban undelivered 查看。',
  RESEND_NEEDLESS: '该消息无需重新发送:{why}。请刷新后查看。',
  RESEND_DOUBTFUL: '这条消息可能已经送达,且已重发过,不再经同一渠道发送,以免重复。请改用其他渠道,或电话联系。',
  RESEND_NO_WAY: '“{person}”没有其他可用的渠道。请先为其绑定,或电话联系。',
  NOTHING_OPEN: '该单位在此项任务上没有待办事项,无需催办。',
  NUDGE_NOT_SUBORDINATE: '“{unit}”与本级不相隶属,请由办公室电话或发函商请。',
  ESCALATION_ANSWERED: '该事项已经报送或办结,提级提示随之撤销,无需核定。',
  ESCALATION_SETTLED: '该提级提示已经核定、不再提示或因时限调整而撤销,未作改动。请刷新待办查看。',
  ESCALATION_NONE: '“{unit}”在此项任务上没有待核定的提级提示。请在待办中查看。',
  NOTICE_UNKNOWN: '没有这份督办单或通报。请用 duban notice list 查看。',
  NOTICE_SETTLED: '该{kind}已经{status},不能再办理。如需再次督办,请另行起草。',
  NOTICE_ANSWERED: '该事项已经{standing},{kind}不再核发。草稿可以注明理由后不予印发。',
  NOTICE_NOT_DUE:
    '该单位此项任务目前为“{light}”,不符合{kind}的条件:红色督办单和通报用于逾期,黄色用于滞后,蓝色用于临期。',
  NOTICE_NOT_SUBORDINATE: '“{unit}”与本级不相隶属,不发督办单和通报。请由办公室电话或发函商请。',
  DUTY_NOT_OPEN: '目前没有需要{duty}的事项。',
  SHARED_SAME_PLAN: '两项任务在同一个方案中,不能关联。同一任务的承办单位请在该任务中指定。',
  SHARED_CLOCKS: '演示方案与正式方案的任务不能关联。请选择同类方案中的任务。',
  SHARED_NO_UNIT: '两项任务没有相同的承办单位,关联后无可合并的报送。请核对后再关联。',
  SHARED_NOT_LINKED: '该项任务没有关联其他方案的任务,无需取消。',
  ROLL_UP_ALONE: '该项任务没有其他承办单位,无需汇总。请直接报送本单位进展。',
  ROLL_UP_NOT_YOURS: '该项任务由首位牵头单位汇总;牵头单位不相隶属的,由办公室汇总。请直接报送本单位进展。',
  ROLL_UP_NONE_IN: '其他承办单位尚未报送,暂不能汇总。请待有单位报送后再汇总,或先报送本单位进展。',
  ROLL_UP_CHANGED: '汇总稿在你查看之后有新的报送。请重新汇总,核对后再登记。',
  ROLL_UP_NO_PERIOD: '目前没有可以汇总的报送周期。请在本期报送开始后再汇总。',
  SUB_ITEM_NESTED: '“{task}”本身是分解任务,不能再分解。请在上级任务“{parent}”下增列。',
  SUB_ITEM_DUE: '分解任务的时限({date})不得晚于上级任务的时限({due})。请填写{due}以前的日期,或先办理上级任务的延期。',
  SUB_ITEM_PAST: '分解任务的时限({date})已过。请填写今后的日期。',
  SUB_ITEM_OPTIONAL: '该项为选做任务,尚未选定,不能分解。请先选定该项任务。',
  SUB_ITEM_CLAIMED: '该项任务已申请办结,不能再分解。请先验收或退回。',
  SUB_ITEM_MANY: '一项任务最多分解为{max}项。请合并后再列入。',
  SUB_ITEMS_OPEN:
    '该项任务的{total}项分解任务中尚有{open}项未办结({which}),暂不能验收。请待其办结;确需先行验收的,请写明理由(不少于5个字)。',
  BIND_TAKEN:
    '本账号已绑定其他人员,未予绑定,该绑定码已作废。如需更换使用人,请先由办公室解除本账号的绑定,再重新索取绑定码。',
  CODE_WRONG: '绑定码不正确、已使用或已过期。请向办公室重新索取。',
  LINKS_MANY: '一小时内最多取{max}次登录链接。请使用已收到的链接,或一小时后再取。',
  CODE_TOO_MANY: '绑定码连续输错次数过多,请一小时后再试。',
  TOO_MANY_MESSAGES: '短时间内收到的文字过多,其余原话已留存,暂不逐条登记,已告办公室。请十分钟后再报,或点击按钮填报。',
  TEXT_EMPTY: '内容为空,请填写后再提交。',
  BODY_TOO_LARGE: '提交的内容超过1 MiB,请缩短后重新提交。',
  INPUT_INVALID: '{what}',
  BRIEF_UNKNOWN: '没有这一期简报。请用 duban brief list 查看,或先起草。',
  BRIEF_RELEASED: '第{no}期简报已经核发,不能再改动。如需更正,请写入下一期。',
  BRIEF_CHANGED: '简报在打开之后有改动。请重新打开,核对后再办理。',
  BRIEF_EMPTY: '简报中没有一句内容,不能核发。请先起草或恢复。',
  DEMO_CLOCK_HAS_REAL_CONTACT: '该演示方案已绑定真实的聊天账号,不能拨动演示时钟。请先解除绑定。',
  NOT_DEMO: '只有演示方案可以拨动时钟或重置。',
  STALE_GENERATION: '该运行已被修复后的新运行替代。',
  TEMPORAL_UNAVAILABLE: '工作流服务暂时不可用,已收到的内容不会丢失。请稍后重试,或运行 duban doctor 查看。',
  DATABASE_UNAVAILABLE: '数据库暂时不可用。请运行 duban doctor 查看。',
  SESSION_REQUIRED: '请先用协调员链接或绑定码登录。',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** The sentence for a person, with its places filled. */
export function refusalSentence(code: RefusalCode, details: Record<string, string | number> = {}): string {
  return fillSentence(REFUSALS[code], details);
}

/** A sentence with its `{places}` filled from details; a place without a detail is left out. */
export const fillSentence = (sentence: string, details: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));

export interface Refusal {
  code: RefusalCode;
  message: string;
  details: Record<string, string | number>;
}

export function refusal(code: RefusalCode, details: Record<string, string | number> = {}): Refusal {
  return { code, message: refusalSentence(code, details), details };
}

/** Type of a thrown refusal outside workflows (desk, inbox, HTTP). */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(code: RefusalCode, details: Record<string, string | number> = {}) {
    const made = refusal(code, details);
    super(made.message);
    this.name = 'RefusedError';
    this.refusal = made;
  }
}
