import type { Locale } from '../../domain/chat/catalogue/index.ts';
import { fullDayText } from '../../domain/chat/local-text.ts';
import type { LocalDate } from '../../domain/plan/types.ts';

/** What the inbox adds to what its person said: the fields of a form, and what became of it all. */
const zh = {
  done: '已完成',
  progress: (percent: number) => `进度${percent}%`,
  blocker: (words: string) => `存在问题:${words}`,
  expectedOn: (day: LocalDate) => `预计${fullDayText(day)}办结`,
  newDueOn: (day: LocalDate) => `拟延至${fullDayText(day)}`,
  form: '(逐项填报)',
  code: '(绑定码)',
  button: '按钮',
  receiving: '已收到,正在登记',
  outcomes: { recorded: '已登记', proposal: '待核对', kept: '已留存原话', refused: '未登记' },
  files: {
    coming: '正在收存',
    refused: '未予收存',
    unassigned: '已留存,未作佐证',
    filed: '已收存',
    asked: '请选择是哪一项的佐证',
    kept: '已收存,待登记',
  },
};

const en: typeof zh = {
  done: 'Completed',
  progress: (percent) => `progress ${percent}%`,
  blocker: (words) => `problems: ${words}`,
  expectedOn: (day) => `expected ${fullDayText(day, 'en')}`,
  newDueOn: (day) => `asks for ${fullDayText(day, 'en')}`,
  form: '(form)',
  code: '(binding code)',
  button: 'button',
  receiving: 'received, being recorded',
  outcomes: { recorded: 'recorded', proposal: 'to be confirmed', kept: 'words kept', refused: 'not recorded' },
  files: {
    coming: 'being stored',
    refused: 'not stored',
    unassigned: 'kept, not as evidence',
    filed: 'stored',
    asked: 'please choose its task',
    kept: 'stored, to be recorded',
  },
};

export type EntryWords = typeof zh;

export const entryWords = (locale: Locale | undefined): EntryWords => (locale === 'en' ? en : zh);
