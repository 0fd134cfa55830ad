import type { Span } from './types.ts';

/** What a section is about, by its heading and its place. */
export type SectionRole =
  | 'aims' // 指导思想, 总体要求, 基本原则
  | 'goals' // 工作目标, 主要目标
  | 'tasks' // 重点任务, 工作措施, 责任分解
  | 'phases' // 实施步骤, 工作安排, 时间安排
  | 'organisation' // 组织机构, 领导小组
  | 'safeguards' // 保障措施, 组织保障, 工作要求
  | 'attachment'
  | 'other';

/** One heading and what stands under it. All ranges are of the clean text. */
export interface Section {
  /** As printed: `一、`, `(三)`, `1.`, `第二章`; null for a heading without number. */
  no: string | null;
  /** 1 the highest. */
  level: number;
  /** Without number, closing mark and body, even where the body runs on in the same paragraph. */
  heading: Span;
  /** Its own paragraphs, up to the first child; run-in text included. */
  body: Span;
  /** From the number to the end of the last child. */
  whole: Span;
  role: SectionRole;
  children: Section[];
}

/** A table of the document; ranges of the clean text. */
export interface OutlineTable {
  span: Span;
  rows: Span[][];
}

export interface Outline {
  /** Covering notice, title, preamble: what stands before the first heading. */
  head: Span;
  sections: Section[];
  tables: OutlineTable[];
  /** Signature, date, contact lines after the last section. */
  tail: Span;
}
