import type { SaidFigure } from '../../supervision/figures.ts';
import { itemName, shorten } from '../item-label.ts';
import type { ReplyField } from '../understand/types.ts';
import type { CardItem, Wording } from './types.ts';
import { zhQuestion } from './zh-questions.ts';

/** 全市建成保护工作站 reads 新增保护工作站3家 beside a number. */
const thing = (name: string | null): string => (name ?? '').replace(/^(全[市省县区州国])?(累计|新增|建成|完成)?/, '');

/** 数据:新增保护工作站3家,累计15家(目标20家); no line where no figure was said. */
export function figureLines(
  figures: readonly SaidFigure[] | undefined,
  { targets = [] }: Pick<CardItem, 'targets'>,
): string[] {
  const groups = [...Map.groupBy(figures ?? [], ({ name, unit }) => `${name ?? ''}|${unit}`).values()];
  const said = groups.map((group) => {
    const [first] = group;
    const target = targets.find(({ name, unit }) => name === first?.name && unit === first.unit);
    const pieces = group.map(({ kind, name, value, unit }, at) => {
      const named = at === 0 ? thing(name) : '';
      if (kind === 'increase') return `新增${named}${value}${unit}`;
      return kind === 'total' ? `${named}累计${value}${unit}` : `${named}${value}${unit}(未注明新增或累计)`;
    });
    return `${pieces.join(',')}${target ? `(目标${target.value}${target.unit})` : ''}`;
  });
  return said.length === 0 ? [] : [`数据:${said.join(';')}`];
}

/** What the fields of a reading are called. */
export const FIELD_NAMES: Record<ReplyField, string> = {
  status: '状态',
  percent: '进度',
  figures: '数据',
  date: '日期',
  request: '请求',
  requestDate: '拟延至日期',
  blocker: '问题',
  noChange: '无变化',
};

/** What of an item is doubtful, in its own words. */
export function noteLines(item: CardItem, words: string): string[] {
  const { doubtful = [], from = {}, help, unsure } = item;
  const quotes = doubtful.flatMap((field) => {
    const span = from[field];
    return span ? [`${FIELD_NAMES[field]}“${shorten(words.slice(span.start, span.end), 24)}”`] : [];
  });
  return [
    ...(help === true && item.reading.kind !== 'coordination' ? ['并提请协调,登记后转办公室。'] : []),
    ...(quotes.length > 0 ? [`请核对:${[...new Set(quotes)].join('、')}表述不确定,有出入的请按〔修改〕。`] : []),
    ...(unsure ? ['原话表述不确定,请核对,有出入的请按〔修改〕。'] : []),
  ];
}

/** What the card still asks, its last lines: whatever is typed next answers the first of them. */
export const askLines = (items: readonly CardItem[], w: Wording): string[] =>
  items.flatMap((item) =>
    item.asks
      ? [
          `请补充:${items.length > 1 ? itemName(item.no, item.title, 12) : ''}${zhQuestion(item.asks, item, w)}可直接回复。`,
        ]
      : [],
  );
