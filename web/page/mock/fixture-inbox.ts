import type { InboxEntry, InboxView } from '../../api.ts';
import { people } from './fixture.ts';

const OFFICE = '示例市试点办';

export function overdueCard(id: string, at: string, heading = '【逾期提示】'): InboxEntry {
  return {
    id,
    side: 'in',
    at,
    heading,
    lines: [
      '第(八)项进展报送时限为11月18日17:30,已逾期3个工作日,尚未收到办理情况。',
      '请报送进展或说明原因。11月25日(星期三)12:00前仍未报送的,经办公室核定,向你单位分管负责同志提示。',
    ],
    buttons: [
      { id: `${id}-fill`, label: '立即填报', style: 'primary', opens: 'form' },
      { id: `${id}-say`, label: '说明原因', style: null, opens: 'reply' },
      { id: `${id}-help`, label: '提请协调', style: null, opens: null },
    ],
    closedWith: null,
    signature: OFFICE,
    outcome: null,
  };
}

export function checkCard(id: string, at: string, words: string, figure: string): InboxEntry {
  return {
    id,
    side: 'in',
    at,
    heading: '【请核对】',
    lines: [
      '据你11月23日10:12回复,拟登记:',
      `第(八)项 进度60%→${figure}`,
      '预计办结:12月1日(星期二) 问题:无 佐证:未附',
      `原话:“${words}”`,
      '确认后登记,原话一并留存。',
    ],
    buttons: [
      { id: `${id}-confirm`, label: '确认登记', style: 'primary', opens: null },
      { id: `${id}-edit`, label: '修改', style: null, opens: 'fields' },
      { id: `${id}-keep`, label: '仅存原话', style: null, opens: null },
    ],
    closedWith: null,
    signature: OFFICE,
    outcome: null,
  };
}

export function freshInbox(personId: string): InboxView | null {
  const unit = people.units.find(({ contacts }) => contacts.some((contact) => contact.personId === personId));
  const contact = unit?.contacts.find((each) => each.personId === personId);
  if (unit === undefined || contact === undefined) return null;
  const police = personId === 'p-公安';
  return {
    person: { id: personId, name: contact.name, unit: unit.name, rank: contact.rank },
    channel: 'scripted',
    entries: police
      ? [
          {
            id: 'm0',
            side: 'in',
            at: '2026-11-13T01:15:00.000Z',
            heading: '【进展报送】',
            lines: [
              '市公安局2026年第四季度,共1项,请于11月18日(星期三)17:30前报送。',
              '1.第(八)项 上次登记60%(9月25日)',
              '请报进度、完成事项及数据、存在问题。可直接回复文字,经你核对后登记。',
            ],
            buttons: [],
            closedWith: '已由后一次提示取代',
            signature: OFFICE,
            outcome: null,
          },
          overdueCard('m1', '2026-11-19T01:15:00.000Z'),
        ]
      : [],
    open: police
      ? [
          {
            entityId: 't8',
            partId: '公安',
            no: '(八)',
            title: '开展联合执法行动',
            duties: [
              { kind: 'report', cycle: '2026Q4', label: '2026年第四季度进展报送', dueOn: '2026-11-18', late: true },
            ],
            progress: 60,
            isReported: true,
          },
          {
            entityId: 't11',
            partId: '公安',
            no: '(十一)',
            title: '加强司法保护',
            duties: [
              { kind: 'report', cycle: '2026Q4', label: '2026年第四季度进展报送', dueOn: '2026-12-25', late: false },
            ],
            progress: null,
            isReported: false,
          },
        ]
      : [],
    canAnswer: true,
  };
}
