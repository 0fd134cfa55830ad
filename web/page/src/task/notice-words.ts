import { catalogue } from '../i18n/language.tsx';

export const noticeWords = catalogue(
  {
    title: '督办单和通报',
    none: '没有督办单或通报。',
    unit: '单位',
    blue: '蓝色督办单',
    yellow: '黄色督办单',
    red: '红色督办单',
    circular: '通报',
    draft: (what: string) => `拟${what}`,
    release: '核发',
    drop: '不予印发',
    reason: '理由(不少于5个字,随草稿存档)',
  },
  {
    title: 'Supervision notices and circulars',
    none: 'None yet.',
    unit: 'Unit',
    blue: 'blue notice',
    yellow: 'yellow notice',
    red: 'red notice',
    circular: 'circular',
    draft: (what: string) => `Draft ${what}`,
    release: 'Release',
    drop: 'Drop',
    reason: 'Reason (at least 5 characters, kept with the draft)',
  },
);
