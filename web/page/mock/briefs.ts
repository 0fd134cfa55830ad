import { createHash } from 'node:crypto';
import { SECTION_HEADINGS, briefTitle } from '../../../domain/reports/brief-title.ts';
import { draftTask } from '../../../domain/reports/directive.ts';
import { editBrief, withoutDropped } from '../../../domain/reports/edit-brief.ts';
import { briefMarkdown } from '../../../domain/reports/markdown.ts';
import type { BriefChange } from '../../../domain/reports/types.ts';
import type { Acted, BriefList, BriefRow, BriefSources, BriefView } from '../../api.ts';
import { PLAN_ID, units } from './fixture.ts';
import { openedSentence, openedSource } from './fixture-brief-sources.ts';
import { draftBody } from './fixture-brief-7.ts';
import type { MockBrief } from './fixture-briefs.ts';
import { EDITOR } from './fixture-sentence.ts';
import { Refused } from './refused.ts';
import { at, nextId } from './state.ts';
import type { MockState } from './state.ts';

const PLAN_TITLE = '示例市知识产权试点城市工作方案';
const OFFICE = '示例市试点办';
const LEADERS = [
  { name: '罗某民', channel: 'slack' },
  { name: '秦某安', channel: 'telegram' },
  { name: '方某清', channel: 'web' },
];

/** Words of these papers name days of months alone. */
const NO_HOLIDAYS = { version: 0, years: [] };

const isLeader = ({ actingAs }: MockState): boolean => actingAs?.role === 'leader';

function rowOf({ id, no, since, cutoff, body, editedBy, releasedAt }: MockBrief): BriefRow {
  return {
    id,
    planId: PLAN_ID,
    no,
    title: briefTitle(PLAN_TITLE, no),
    status: releasedAt === null ? 'draft' : 'released',
    since,
    cutoff,
    counts: body.counts,
    createdBy: EDITOR.name,
    editedBy,
    releasedBy: releasedAt === null ? null : EDITOR.name,
    releasedAt,
  };
}

export function briefList(state: MockState, planId: string): BriefList {
  const can = { draft: !isLeader(state), release: !isLeader(state), direct: isLeader(state) };
  const seen = planId === PLAN_ID ? state.briefs.filter(({ releasedAt }) => can.draft || releasedAt !== null) : [];
  return { planId, briefs: seen.map(rowOf), can };
}

function found(state: MockState, briefId: string): MockBrief {
  const brief = state.briefs.find(({ id, releasedAt }) => id === briefId && !(isLeader(state) && releasedAt === null));
  if (brief === undefined) throw new Refused(404, 'BRIEF_UNKNOWN', `没有编号为“${briefId}”的简报。请在简报页查看。`);
  return brief;
}

const hashOf = ({ body }: MockBrief): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

export function briefView(state: MockState, briefId: string): BriefView {
  const brief = found(state, briefId);
  const row = rowOf(brief);
  const isDraft = row.status === 'draft';
  const { sections } = brief.body;
  const sourcesOf = new Map(sections.flatMap(({ sentences }) => sentences.map((one) => [one.id, one.sources])));
  return {
    ...row,
    planTitle: PLAN_TITLE,
    office: OFFICE,
    spanText: brief.spanText,
    sections: sections.map(({ key, sentences }) => ({
      key,
      heading: SECTION_HEADINGS[key],
      sentences,
    })),
    hash: hashOf(brief),
    markdown: briefMarkdown({
      title: row.title,
      planTitle: PLAN_TITLE,
      office: OFFICE,
      spanText: brief.spanText,
      released: !isDraft,
      sections,
      footnote: (id) => (sourcesOf.get(id) ?? []).map((source) => openedSource(source).text).join(';'),
    }),
    can: {
      edit: isDraft && !isLeader(state),
      release: isDraft && !isLeader(state),
      direct: !isDraft && isLeader(state),
    },
    recipients: LEADERS.map((leader, index) => ({
      ...leader,
      status: isDraft ? null : brief.no === 7 ? 'queued' : index === 1 ? 'failed' : 'sent',
    })),
  };
}

export function briefSources(state: MockState, briefId: string, sentenceId: string | null): BriefSources {
  const sentences = found(state, briefId).body.sections.flatMap((section) => section.sentences);
  return { sentences: sentences.filter(({ id }) => sentenceId === null || id === sentenceId).map(openedSentence) };
}

export function draftBrief(state: MockState): Acted {
  const old = state.briefs.find(({ releasedAt }) => releasedAt === null);
  const no = Math.max(...state.briefs.map((brief) => brief.no)) + (old === undefined ? 1 : 0);
  if (old !== undefined) return { ok: true, summary: `已重新起草第${no}期简报,请核对后核发。` };
  const drafted: MockBrief = {
    id: `brief-${no}`,
    no,
    since: at(state),
    cutoff: at(state),
    spanText: `11月20日第${no - 1}期简报以来,数据截至11月23日10:12。`,
    body: structuredClone(draftBody),
    editedBy: null,
    releasedAt: null,
  };
  state.briefs = [drafted, ...state.briefs];
  return { ok: true, summary: `已起草第${no}期简报,请核对后核发。` };
}

export function editMock(state: MockState, briefId: string, changes: BriefChange[]): Acted {
  const brief = found(state, briefId);
  if (brief.releasedAt !== null) throw new Refused(409, 'BRIEF_RELEASED', `第${brief.no}期简报已核发,不能再修改。`);
  const edited = editBrief(brief.body, changes, EDITOR);
  if ('problem' in edited) throw new Refused(400, 'INPUT_INVALID', edited.problem);
  brief.body = edited.body;
  brief.editedBy = EDITOR.name;
  return { ok: true, summary: `第${brief.no}期简报已修改${changes.length}处。` };
}

export function releaseMock(state: MockState, briefId: string, hash: string): Acted {
  const brief = found(state, briefId);
  if (hashOf(brief) !== hash)
    throw new Refused(409, 'BRIEF_CHANGED', '简报内容在你查看之后有变动。请刷新核对后再核发。');
  brief.body = withoutDropped(brief.body);
  brief.releasedAt = at(state);
  return { ok: true, summary: `第${brief.no}期简报已核发,将在发送时段送达${LEADERS.length}位领导小组成员。` };
}

export function directMock(state: MockState, briefId: string, words: string): Acted {
  const { no } = found(state, briefId);
  if (words.trim() === '') throw new Refused(400, 'TEXT_EMPTY', '内容为空,请填写后再提交。');
  const named = units.map(({ id, name, short }) => ({ id, name, short, aliases: [] }));
  const { draft } = draftTask(words, named, at(state).slice(0, 10), NO_HOLIDAYS);
  const pieces = [`“${draft.title}”`, draft.unit, draft.dueOn === null ? null : `${draft.dueOn}前`];
  state.decisions = [
    {
      id: nextId(state),
      kind: 'directive',
      label: '批示',
      text: `罗某民对第${no}期简报批示:“${words}”;拟办:${pieces.filter((piece) => piece !== null).join(',')}`,
      taskId: null,
      partId: null,
      unitId: null,
      since: at(state),
      actions: ['done'],
    },
    ...state.decisions,
  ];
  return { ok: true, summary: '批示已登记,由办公室拟办,不直接发给承办单位。' };
}
