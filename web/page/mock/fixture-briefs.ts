import type { BriefBody } from '../../../domain/reports/types.ts';
import { draftBody } from './fixture-brief-7.ts';
import { eventOf, fresh } from './fixture-sentence.ts';

/** A brief as the mock keeps it. */
export interface MockBrief {
  id: string;
  no: number;
  since: string | null;
  cutoff: string;
  spanText: string;
  body: BriefBody;
  editedBy: string | null;
  releasedAt: string | null;
}

const NONE = { key: 'decide' as const, sentences: [] };

const sixth: BriefBody = {
  counts: { total: 16, onTrack: 11, dueSoon: 1, behind: 3, overdue: 0, notStarted: 1, done: 0 },
  sections: [
    {
      key: 'overall',
      sentences: [
        fresh(
          'overall/counts',
          '16项,正常11、临期1、滞后3、未启动1。',
          Array.from({ length: 16 }, (_, index) => eventOf(`t${index + 1}`)),
        ),
      ],
    },
    {
      key: 'changes',
      sentences: [
        fresh(
          'changes/task/t15',
          '第(十五)项“加强人才培训”:市知识产权局10月22日报送:进度由50%提高到75%,举办专题培训2期,参训186人次。',
          [eventOf('t15', 6)],
          { taskId: 't15' },
        ),
        fresh(
          'changes/task/t12',
          '第(十二)项“完善维权援助机制”:临江县10月20日报送:进度由40%提高到55%,设立维权援助站1个。',
          [eventOf('t12', 8)],
          { taskId: 't12' },
        ),
      ],
    },
    {
      key: 'late',
      sentences: [
        fresh('late/task/t5', '第(五)项“培育示范优势企业”:市工信局进度32%,低于序时进度的90%。', [eventOf('t5', 6)], {
          taskId: 't5',
        }),
      ],
    },
    {
      key: 'decide',
      sentences: [
        fresh(
          'decide/issue/t13',
          '市农业农村局10月21日报第(十三)项“发展地理标志产业”存在问题:“检测设备采购流标”。',
          [eventOf('t13', 7)],
          { taskId: 't13' },
        ),
      ],
    },
    {
      key: 'next',
      sentences: [
        fresh('next/2026-11-10', '11月10日前,市工信局报送2026年10月进展(第(五)项)。', [eventOf('t5', 6)], {
          taskId: 't5',
        }),
      ],
    },
    { key: 'previous', sentences: [] },
  ],
};

const fifth: BriefBody = {
  counts: { total: 16, onTrack: 13, dueSoon: 0, behind: 2, overdue: 0, notStarted: 1, done: 0 },
  sections: [
    {
      key: 'overall',
      sentences: [fresh('overall/counts', '16项,正常13、滞后2、未启动1。', [eventOf('t1')])],
    },
    {
      key: 'changes',
      sentences: [fresh('changes/none', '第4期简报以来没有新的变化。', [{ briefNo: 4, sentenceId: 'overall/counts' }])],
    },
    { key: 'late', sentences: [] },
    NONE,
    { key: 'next', sentences: [] },
    { key: 'previous', sentences: [] },
  ],
};

export function freshBriefs(): MockBrief[] {
  return structuredClone([
    {
      id: 'brief-7',
      no: 7,
      since: '2026-10-28T09:30:00.000Z',
      cutoff: '2026-11-20T09:30:00.000Z',
      spanText: '10月28日第6期简报以来,数据截至11月20日17:30。',
      body: draftBody,
      editedBy: '协调员',
      releasedAt: null,
    },
    {
      id: 'brief-6',
      no: 6,
      since: '2026-09-28T09:30:00.000Z',
      cutoff: '2026-10-28T09:30:00.000Z',
      spanText: '9月28日第5期简报以来,数据截至10月28日17:30。',
      body: sixth,
      editedBy: null,
      releasedAt: '2026-10-29T01:20:00.000Z',
    },
    {
      id: 'brief-5',
      no: 5,
      since: '2026-08-31T09:30:00.000Z',
      cutoff: '2026-09-28T09:30:00.000Z',
      spanText: '8月31日第4期简报以来,数据截至9月28日17:30。',
      body: fifth,
      editedBy: null,
      releasedAt: '2026-09-29T02:05:00.000Z',
    },
  ]);
}
