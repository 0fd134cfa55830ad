import type { Layout } from '../layout.ts';
import { inChinese } from './dates.ts';

/** The marks of one document: as printed before a heading, and the number as a fact. */
export interface Marks {
  section: (index: number) => string;
  group: (index: number) => string;
  /** `section` is the place of the tasks' own section; `no` undefined: whether the mark is a number is anybody's guess. */
  task: (index: number, section: number) => { mark: string; no: string | null | undefined };
  item: (index: number) => string;
}

const none = { mark: '', no: null };

/** Indices count from 0; tasks count on through all groups. */
export function marksOf({ numbering, grouping }: Layout, form: number): Marks {
  const grouped = grouping === 'groups';
  const top = grouping === 'top';
  switch (numbering) {
    case 'chinese':
      return {
        section: (index) => `${inChinese(index + 1)}、`,
        group: (index) => `(${inChinese(index + 1)})`,
        task: (index, section) => {
          if (top) return { mark: `${inChinese(section + 1 + index)}、`, no: inChinese(section + 1 + index) };
          if (!grouped) return { mark: `(${inChinese(index + 1)})`, no: `(${inChinese(index + 1)})` };
          return { mark: `${index + 1}${form === 0 ? '.' : '、'}`, no: String(index + 1) };
        },
        item: (index) => (form === 2 ? `${index + 1}.` : `(${inChinese(index + 1)})`),
      };
    case 'articles':
      return {
        section: (index) => `第${inChinese(index + 1)}章 `,
        group: (index) => `第${inChinese(index + 1)}节 `,
        task: (index) => ({ mark: `第${inChinese(index + 1)}条 `, no: `第${inChinese(index + 1)}条` }),
        item: (index) => `(${inChinese(index + 1)})`,
      };
    case 'arabic':
      return {
        section: (index) => `${index + 1}.`,
        group: (index) => `(${index + 1})`,
        task: (index) =>
          form === 0
            ? { mark: `(${index + 1})`, no: `(${index + 1})` }
            : { mark: `${index + 1})`, no: `${index + 1})` },
        item: (index) => `(${index + 1})`,
      };
    case 'chinese-arabic':
      return {
        section: (index) => `${inChinese(index + 1)}、`,
        group: (index) => `(${inChinese(index + 1)})`,
        task: (index, section) =>
          top
            ? { mark: `${inChinese(section + 1 + index)}、`, no: inChinese(section + 1 + index) }
            : { mark: `${index + 1}${['.', '、', '.'][form]}`, no: String(index + 1) },
        item: (index) => `${index + 1}${form === 0 ? '.' : '、'}`,
      };
    case 'decimal':
      return {
        section: (index) => `${index + 1} `,
        group: () => '',
        task: (index, section) => ({ mark: `${section + 1}.${index + 1} `, no: `${section + 1}.${index + 1}` }),
        item: (index) => `(${index + 1})`,
      };
    case 'parts':
      return {
        section: (index) => `第${inChinese(index + 1)}部分 `,
        group: (index) => `${inChinese(index + 1)}、`,
        task: (index) => ({ mark: `${index + 1}.`, no: String(index + 1) }),
        item: (index) => `${inChinese(index + 1)}、`,
      };
    case 'bullets':
      return {
        section: (index) => `${inChinese(index + 1)}、`,
        group: (index) => `(${inChinese(index + 1)})`,
        task: () => ({ mark: ['★', '●', '◆'][form] ?? '●', no: null }),
        item: (index) => `(${inChinese(index + 1)})`,
      };
    case 'actions':
      return {
        section: (index) => `${inChinese(index + 1)}、`,
        group: (index) => `(${inChinese(index + 1)})`,
        task: (index) => ({
          mark: [`行动${inChinese(index + 1)}:`, `任务${index + 1}:`, `行动${inChinese(index + 1)} `][form] ?? '',
          no: undefined,
        }),
        item: (index) => `${index + 1}.`,
      };
    case 'one-by-one':
      return {
        section: (index) => `${inChinese(index + 1)}、`,
        group: () => '',
        task: (index) => ({ mark: `${inChinese(index + 1)}是`, no: undefined }),
        item: (index) => `${inChinese(index + 1)}是`,
      };
    case 'plain':
      return { section: () => '', group: () => '', task: () => none, item: () => '' };
  }
}
