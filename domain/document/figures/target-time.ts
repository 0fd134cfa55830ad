import type { PlanTarget } from '../../plan/types.ts';
import type { Comparison } from './comparator.ts';
import type { Horizon } from './horizon.ts';
import { SHARE_UNIT, TIME_UNIT } from './units.ts';

const FLOW =
  /新增|新建|新改建|改建|扩建|改造|培训|完成|举办|开展|引进|招引|治理|修复|整治|拆除|淘汰|更新|加装|安装|消除|转移|发展(?![到至为成])|打造|培育|建设(?!用地|规模)|创建|惠及|惠民|招录|招聘|解决|筹集|开工|竣工|投产|(?<!高|创|出|更|翻|革|全)新(?:登记|认定|注册|签|开|入|发展|引|培育|设|修|改|办|购|招|批)|争取|转让|许可|转化|金额|实现|投资|帮扶|植树|造林|搬迁|清理|化解|减排|就业|接受|办理|签约|落地|受理|推出|选派|评选|发放|投入|接待/;
const STOCK = /拥有量|保有量|总数|总量|数量|达到|累计|建成|覆盖|存量|注册量|登记量|面积|规模|人数/;
const FLOW_START = new RegExp(`^(?:全[省市县区])?(?:${FLOW.source})`);
/** Names of what is done or comes in, whatever compares them. */
const FLOW_END = /(?:造林|清淤|改造|植树|(?<!余|总)额|外资|资金|就业|投资|减排)$/;
const RATE_OF_CHANGE = /(?:增长率|增速|增幅|降幅|下降率)$/;
const YEARLY_NAME = /^(?:年(?:度)?(?![轻龄内底末纪代货均])|全年|每年)/;
const AVERAGE = /年均(?:增|递增)|年增长率|年度增长率|年平均增/;

/** What a figure's time follows from. Words are in Simplified characters. */
export interface Timed {
  name: string;
  /** Everything that is said of it: the doing before, the name, the comparing words. */
  said: string;
  /** In Simplified characters; null: none is printed. */
  unit: string | null;
  comparator: PlanTarget['comparator'];
  comparison: Pick<Comparison, 'change' | 'yearly' | 'total'>;
  nameAfter: boolean;
}

/**
 * Until when, per what, and over what span a target is meant: what is made in a span of time (period), what there is
 * in the end (cumulative), what is made within one year (year), or a level that fits none (null).
 */
export function timeOf(figure: Timed, horizon: Horizon): Pick<PlanTarget, 'by' | 'per' | 'scope'> {
  const { name, said, comparison } = figure;
  if (horizon.per !== null) return horizon;
  if (comparison.yearly === 'each') return { by: null, per: 'year', scope: 'year' };
  const { by } = horizon;
  if (comparison.yearly === 'average' || AVERAGE.test(name)) return { by, per: 'year', scope: 'period' };
  if (YEARLY_NAME.test(name)) return { by, per: 'year', scope: 'year' };
  const level = isLevel(figure);
  const grows = comparison.change !== null || RATE_OF_CHANGE.test(name);
  // A level belongs to no span of time, whatever span the sentence names.
  const spanned = horizon.scope !== null && !(horizon.scope === 'period' && level && !grows);
  if (spanned) return { by, per: null, scope: horizon.scope };
  if (level) return { by, per: null, scope: null };
  if (comparison.total || /拥有量|保有量|累计/.test(said)) return { by, per: null, scope: 'cumulative' };
  const made = figure.nameAfter
    ? !/建成|建有|拥有|达到/.test(said)
    : FLOW_START.test(name) || FLOW_END.test(name) || (FLOW.test(said) && !STOCK.test(said));
  return { by, per: null, scope: made && !/^(?:全[省市县区])?(?:建成|建有)/.test(name) ? 'period' : 'cumulative' };
}

const isLevel = ({ unit, comparator }: Timed): boolean =>
  unit === null ||
  unit.includes('/') ||
  SHARE_UNIT.test(unit) ||
  TIME_UNIT.test(unit) ||
  /^[分位]$/.test(unit) ||
  comparator === '<=' ||
  comparator === '<';
