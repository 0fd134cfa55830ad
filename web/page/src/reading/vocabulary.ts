import { catalogue } from '../i18n/language.tsx';

export const phaseKindWords = catalogue(
  { deployment: '部署', implementation: '实施', inspection: '迎检' },
  { deployment: 'deployment', implementation: 'implementation', inspection: 'inspection' },
);
export const comparatorWords = catalogue(
  {
    '>=': '不低于',
    '>': '超过',
    '=': '达到',
    '<=': '不高于',
    '<': '低于',
    range: '区间',
    increase: '提升',
  },
  { '>=': 'at least', '>': 'above', '=': 'equal to', '<=': 'at most', '<': 'below', range: 'range', increase: 'rise' },
);
export const scopeWords = catalogue(
  { period: '期内累计', cumulative: '期末存量', year: '每年' },
  { period: 'over the period', cumulative: 'level reached', year: 'a year' },
);
export const everyWords = catalogue(
  {
    week: '每周',
    month: '每月',
    quarter: '每季度',
    'half-year': '每半年',
    year: '每年',
    '2 years': '每两年',
    '3 years': '每三年',
    '5 years': '每五年',
    periodic: '定期',
  },
  {
    week: 'week',
    month: 'month',
    quarter: 'quarter',
    'half-year': 'half-year',
    year: 'year',
    '2 years': 'two years',
    '3 years': 'three years',
    '5 years': 'five years',
    periodic: 'periodic',
  },
);
