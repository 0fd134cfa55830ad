import { describe, expect, it } from 'vitest';
import { carryEdits, editBrief, withoutDropped } from '../../../domain/reports/edit-brief.ts';
import type { BriefBody, BriefChange } from '../../../domain/reports/types.ts';
import { report } from '../supervision/fixtures.ts';
import { briefWorld } from './brief-world.ts';

const BY = { id: 'office', name: '陈某' };

function drafted(progress = 30): BriefBody {
  const world = briefWorld([{ no: '九', title: '研究制定规划', units: ['市科技局'] }]);
  world.says('九', '2026-07-10 10:12', report(`完成${progress}%`, progress));
  return world.brief('2026-07-15 10:00');
}

function edited(body: BriefBody, ...changes: BriefChange[]): BriefBody {
  const after = editBrief(body, changes, BY);
  if ('problem' in after) throw new Error(after.problem);
  return after.body;
}
const find = (body: BriefBody, id: string) =>
  body.sections.flatMap(({ sentences }) => sentences).find((one) => one.id === id);
const CHANGE = 'changes/task/九';

describe('a person’s edits of a draft', () => {
  it('keep the drafted words and sources beside the new words, and name who chose them', () => {
    const body = edited(drafted(), { kind: 'reword', id: CHANGE, text: '规划已完成30%。' });
    const before = find(drafted(), CHANGE);
    expect(find(body, CHANGE)).toMatchObject({
      text: '规划已完成30%。',
      derivedText: before?.text,
      sources: [...(before?.sources ?? []), { byHand: BY }],
    });
  });

  it('are none once the drafted words stand again', () => {
    const before = find(drafted(), CHANGE);
    const body = edited(
      drafted(),
      { kind: 'reword', id: CHANGE, text: '别的。' },
      { kind: 'reword', id: CHANGE, text: before?.text ?? '' },
    );
    expect(find(body, CHANGE)).toEqual(before);
  });

  it('add sentences that stand on their author, and strike and restore others', () => {
    const body = edited(
      drafted(),
      { kind: 'add', section: 'decide', text: '建议召开一次联席会议。' },
      { kind: 'add', section: 'decide', text: '建议明确经费渠道。' },
      { kind: 'drop', id: CHANGE },
    );
    expect(find(body, 'hand/2')).toMatchObject({ text: '建议明确经费渠道。', sources: [{ byHand: BY }] });
    expect(find(withoutDropped(body), CHANGE)).toBeUndefined();
    expect(find(edited(body, { kind: 'restore', id: CHANGE }), CHANGE)?.dropped).toBe(false);
  });

  it.each([
    [{ kind: 'reword', id: CHANGE, text: ' ' }, '句子不能为空。如需删去,请用删去。'],
    [{ kind: 'add', section: 'next', text: '长'.repeat(501) }, '一句不能超过500字,请分成几句。'],
    [{ kind: 'drop', id: 'nowhere' }, '简报中没有“nowhere”这一句。请刷新后再试。'],
  ] as [BriefChange, string][])('that cannot be made say what to do: %j', (change, problem) => {
    expect(editBrief(drafted(), [change], BY)).toEqual({ problem });
  });
});

describe('a draft that is drafted again', () => {
  const old = () =>
    edited(
      drafted(),
      { kind: 'reword', id: CHANGE, text: '规划已完成30%。' },
      { kind: 'drop', id: 'overall/phase' },
      { kind: 'add', section: 'decide', text: '建议召开一次联席会议。' },
    );

  it('keeps a person’s sentences, and edits of what reads as before', () => {
    const { body, givenUp } = carryEdits(old(), drafted());
    expect(givenUp).toEqual([]);
    expect(find(body, CHANGE)?.text).toBe('规划已完成30%。');
    expect(find(body, 'overall/phase')?.dropped).toBe(true);
    expect(find(body, 'hand/1')?.text).toBe('建议召开一次联席会议。');
  });

  it('gives up an edit of what reads otherwise now, and names it for the record', () => {
    const { body, givenUp } = carryEdits(old(), drafted(60));
    expect(find(body, CHANGE)?.text).toContain('进度60%');
    expect(givenUp).toEqual([{ id: CHANGE, text: '规划已完成30%。' }]);
  });
});
