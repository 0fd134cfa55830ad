/** The choice between Chinese and English; what people wrote stays as it is in both. */
export const zhLanguage = {
  /** In their own language each, so that whoever can't read the rest finds theirs. */
  names: { zh: '中文', en: 'English' },
  which: '请选择界面语言(任务名称和填报内容不变):',
  set: '界面语言已改为中文,任务名称和填报内容不变。',
  setFor: (person: string) => `${person}的界面语言已改为中文。`,
};

export type LanguageWords = typeof zhLanguage;
