import { SEED_CALENDAR } from '../../../seeds/calendar/calendar.ts';
import { describe, expect, it } from 'vitest';
import { BRIEF_MESSAGE_MAX, briefMessage } from '../../../domain/reports/brief-message.ts';
import { briefLines, textPages } from '../../../domain/reports/brief-pages.ts';
import { briefTitle, spanText } from '../../../domain/reports/brief-title.ts';
import { draftTask } from '../../../domain/reports/directive.ts';
import { briefMarkdown } from '../../../domain/reports/markdown.ts';
import type { BriefSectionKey, StoredSection } from '../../../domain/reports/types.ts';
import { plainText } from '../../../domain/chat/plain-text.ts';
import { at } from '../supervision/fixtures.ts';

const section = (key: BriefSectionKey, ...texts: string[]): StoredSection => ({
  key,
  sentences: texts.map((text, index) => ({
    id: `${key}/${index}`,
    text,
    said: key === 'previous' ? '市科技局提请协调。' : null,
    taskId: null,
    sources: [{ entityId: 'task/1', seq: 1 }],
    derivedText: null,
    dropped: false,
    about: [],
  })),
});

const SECTIONS = [
  section('overall', '16项,正常10、临期2、滞后2、逾期1、未启动1。'),
  section('changes', '第10项新增保护工作站3家,累计15家。', '第(三)项验收办结。'),
  section('decide', '市科技局提请协调经费。'),
  section('next', '11月30日前,市科技局办结第(九)项。'),
  section('previous', '仍未解决,见本期请研究。'),
];
const SPAN = spanText({ no: 7, since: at('2026-10-28 10:00'), cutoff: at('2026-11-20 17:30') }, 'Asia/Shanghai');
const brief = {
  id: 'b7',
  title: briefTitle('示例市知识产权试点城市工作方案', 7),
  office: '示例市试点办',
  spanText: SPAN,
  sections: SECTIONS,
};

describe('message 8', () => {
  it('reads as policy.md prints it', () => {
    const message = briefMessage(brief);
    expect(plainText(message)).toBe(
      [
        '【试点工作简报 第7期】10月28日第6期简报以来,数据截至11月20日17:30。',
        '总体:16项,正常10、临期2、滞后2、逾期1、未启动1。',
        '变化:①第10项新增保护工作站3家,累计15家〔据〕;②第(三)项验收办结〔据〕。',
        '请研究:市科技局提请协调经费。',
        '下步:11月30日前,市科技局办结第(九)项。',
        '(示例市试点办)',
      ].join('\n'),
    );
    expect(message.buttons.map(({ label }) => label)).toEqual(['查看全文', '查看依据', '作出批示']);
  });

  it('is cut by whole sentences, and keeps what asks for a decision', () => {
    const many = Array.from(
      { length: 60 },
      (_, n) => `第${n + 1}项${'进度由40%提高到60%,'.repeat(3)}预计12月8日完成。`,
    );
    const message = briefMessage({
      ...brief,
      sections: [
        SECTIONS[0] as StoredSection,
        section('changes', ...many),
        section('decide', '市科技局提请协调经费。'),
        section('next', ...many),
      ],
    });
    const text = plainText(message);
    expect(text.length).toBeLessThanOrEqual(BRIEF_MESSAGE_MAX);
    expect(text.length).toBeGreaterThan(BRIEF_MESSAGE_MAX - 150);
    expect(text).toContain('请研究:市科技局提请协调经费。');
    expect(message.lines[2]).toMatch(/预计12月8日完成〔据〕;余见全文。$/);
  });
});

describe('the whole brief', () => {
  it('is Markdown with a footnote a sentence, and marks a draft', () => {
    const markdown = briefMarkdown({
      ...brief,
      planTitle: '工作方案',
      released: false,
      footnote: (id) => `依据 ${id}`,
    });
    expect(markdown).toContain('# 试点工作简报 第7期(草稿,未核发)');
    expect(markdown).toContain('1. 第10项新增保护工作站3家,累计15家。[^2]');
    expect(markdown).toContain('| 市科技局提请协调。 | 仍未解决,见本期请研究。[^6] |');
    expect(markdown).toContain('[^2]: 依据 changes/0');
  });

  it('does not let a person’s words become markup', () => {
    const odd = [section('changes', '市科技局报送:“*重要*|[链接](x)\n# 标题”。')];
    const markdown = briefMarkdown({ ...brief, sections: odd, planTitle: '方案', released: true, footnote: () => '' });
    expect(markdown).toContain('“\\*重要\\*\\|\\[链接\\](x) \\# 标题”。');
  });

  it('goes to a chat in as many messages as it needs', () => {
    const lines = briefLines(SPAN, [section('changes', ...Array.from({ length: 120 }, () => '字'.repeat(60)))]);
    const pages = textPages({ heading: '试点工作简报 第7期', lines, office: '示例市试点办' });
    expect(pages.map(({ heading }) => heading)).toEqual([1, 2, 3].map((n) => `【试点工作简报 第7期(${n}/3)】`));
    expect(pages.flatMap((page) => page.lines)).toEqual(lines);
    for (const page of pages) expect(plainText(page).length).toBeLessThan(3_000);
  });

  it('goes to a chat without losing any of a line that no message holds', () => {
    const line = `${'工'.repeat(2_799)}🚧${'工'.repeat(3_000)}`;
    const pages = textPages({ heading: '试点工作简报 第7期', lines: ['始', line], office: '示例市试点办' });
    expect(pages.flatMap((page) => page.lines).join('')).toBe(`始${line}`);
    for (const page of pages) expect(page.lines.every((each) => each.isWellFormed())).toBe(true);
  });
});

describe('a 批示', () => {
  const units = [
    { id: 'u1', name: '市科学技术局', short: '市科技局', aliases: [] },
    { id: 'u2', name: '市财政局', short: '市财政局', aliases: ['财政局'] },
  ];

  it('becomes a draft task with the unit and the day that it names', () => {
    expect(draftTask('请市科技局12月10日前提出解决方案。办公室跟进。', units, '2026-11-23', SEED_CALENDAR)).toEqual({
      draft: { title: '请市科技局12月10日前提出解决方案', unit: '市科学技术局', dueOn: '2026-12-10' },
      unitId: 'u1',
    });
  });

  it('names neither where the words don’t', () => {
    expect(draftTask('同意,抓紧落实', units, '2026-11-23', SEED_CALENDAR)).toEqual({
      draft: { title: '同意,抓紧落实', unit: null, dueOn: null },
      unitId: null,
    });
  });
});
