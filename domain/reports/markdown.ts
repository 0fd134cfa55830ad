import { SECTION_HEADINGS } from './brief-title.ts';
import type { StoredSection, StoredSentence } from './types.ts';

export interface PrintedBrief {
  title: string;
  planTitle: string;
  office: string;
  spanText: string;
  released: boolean;
  sections: StoredSection[];
  /** What a sentence stands on, in words. */
  footnote: (sentenceId: string) => string;
}

const NUMBERS = ['一', '二', '三', '四', '五', '六'];

/** The whole brief as Markdown, each sentence with its sources as a footnote. Struck sentences and empty sections are left out. */
export function briefMarkdown(brief: PrintedBrief): string {
  const sections = brief.sections
    .map(({ key, sentences }) => ({ key, sentences: sentences.filter(({ dropped }) => !dropped) }))
    .filter(({ sentences }) => sentences.length > 0);
  const notes: string[] = [];
  const mark = ({ id }: StoredSentence): string => {
    notes.push(brief.footnote(id));
    return `[^${notes.length}]`;
  };
  const printed = sections.map(({ key, sentences }, at) =>
    [
      `## ${NUMBERS[at] ?? ''}、${SECTION_HEADINGS[key]}`,
      '',
      ...(key === 'previous'
        ? [
            '| 上期所列 | 办理情况 |',
            '|---|---|',
            ...sentences.map((one) => `| ${escaped(one.said ?? '')} | ${escaped(one.text)}${mark(one)} |`),
          ]
        : sentences.map(
            (one, index) =>
              `${key === 'overall' ? '' : `${index + 1}. `}${escaped(one.text)}${mark(one)}${key === 'overall' ? '\n' : ''}`,
          )),
    ]
      .join('\n')
      .trimEnd(),
  );
  return [
    `# ${brief.title}${brief.released ? '' : '(草稿,未核发)'}`,
    `${escaped(brief.planTitle)}`,
    `${escaped(brief.spanText)}`,
    ...printed,
    brief.office,
    notes.map((note, index) => `[^${index + 1}]: ${escaped(note)}`).join('\n'),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** People's words are no markup; a line break would end the list or the table. */
const escaped = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/([\\`*_[\]<>#|])/g, '\\$1');
