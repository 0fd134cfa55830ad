import type { BriefSource, StoredSentence } from '../../../domain/reports/types.ts';
import type { OpenedSource } from '../../api.ts';

const NOTHING: OpenedSource = {
  kind: 'event',
  at: null,
  when: '',
  text: '',
  words: null,
  who: '',
  unit: null,
  via: null,
  taskId: null,
  entityId: null,
  seq: null,
  hash: null,
  inboxId: null,
};

/** What people said: the place in the chain, when, unit, person, channel, what the record says, their own words. */
const SAID: Record<string, [string, string, string, string, string, string | null]> = {
  'task/t6#11': [
    '11月17日15:42',
    '市科技局',
    '周某宁',
    'slack',
    '报送进展,进度55%→70%。',
    '专利转化这块进展到70%了,这个月又促成转让许可23件,合同金额1860万元,还有两个项目在谈,预计12月18日前全部完成。',
  ],
  'task/t7#10': [
    '11月16日10:05',
    '市财政局',
    '赵某文',
    'web',
    '报送进展,进度60%→72%。',
    '新增质押贷款7笔,金额4200万元,完成全年目标的72%。',
  ],
  'task/t10#14': ['11月18日16:20', '东城县', '严某东', 'telegram', '报送进展。', '新增保护工作站2家,累计9家。'],
  'task/t10#15': [
    '11月19日09:58',
    '西山县',
    '陶某西',
    'telegram',
    '报送进展。',
    '又建了1家,累计6家,其余1家场地在装修,12月中旬能挂牌。',
  ],
  'task/t14#9': ['11月20日11:00', '市教育局', '朱某芳', 'web', '申请办结,分管负责同志已审签。', null],
  'task/t8#12': ['11月19日09:15', '市公安局', '系统', 'system', '进展报送逾期,状态转为逾期。', null],
  'task/t8#10': ['10月30日10:30', '', '协调员', 'web', '待办事项已办:转为联合执法督办要求。', null],
  'task/t5#8': [
    '11月9日14:33',
    '市工信局',
    '张某明',
    'slack',
    '报送进展,进度32%→45%。',
    '示范企业申报材料已收14家,审核过半,进度45%,12月15日前完成公示。',
  ],
  'task/t9#7': [
    '11月12日17:06',
    '市科技局',
    '周某宁',
    'slack',
    '提请协调。',
    '规划编制经费尚缺12万元,建议从专项资金中统筹,不然委托的第三方要停下来。',
  ],
  'task/t13#9': [
    '11月13日09:40',
    '市农业农村局',
    '沈某青',
    'telegram',
    '报送进展。',
    '设备二次招标已成交,12月上旬到货。',
  ],
};

const hashOf = (entityId: string, seq: number): string =>
  `3f9a1c77be02${entityId.length}d${seq}e`
    .repeat(6)
    .replaceAll(/[^0-9a-f]/g, '0')
    .slice(0, 64);

/** A source as the server opens it. */
export function openedSource(source: BriefSource): OpenedSource {
  if ('byHand' in source) return { ...NOTHING, kind: 'hand', text: '办公室撰写。', who: source.byHand.name };
  if ('briefNo' in source)
    return {
      ...NOTHING,
      kind: 'brief',
      at: '2026-10-29T01:20:00.000Z',
      when: '10月29日09:20',
      text: `第${source.briefNo}期简报:16项,正常11、临期1、滞后3、未启动1。`,
    };
  if ('inboxId' in source) return { ...NOTHING, kind: 'reply', text: '已答复,尚未核对。', inboxId: source.inboxId };
  const { entityId, seq } = source;
  const [when, unit, who, via, text, words] = SAID[`${entityId}#${seq}`] ?? [
    '9月25日15:20',
    '市知识产权局',
    '王某甲',
    'scripted',
    '报送第三季度进展。',
    null,
  ];
  return {
    ...NOTHING,
    kind: words === null ? 'event' : 'reply',
    at: '2026-11-18T02:00:00.000Z',
    when,
    text,
    words,
    who,
    unit: unit === '' ? null : unit,
    via,
    taskId: entityId.slice('task/'.length),
    entityId,
    seq,
    hash: hashOf(entityId, seq),
  };
}

export const openedSentence = ({ id, text, sources }: StoredSentence) => ({
  id,
  text,
  sources: sources.map(openedSource),
});
