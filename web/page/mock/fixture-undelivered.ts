import type { Undelivered } from '../../api.ts';
import { PLAN_ID } from './fixture.ts';

const FOUND: Undelivered = {
  outages: [
    {
      channel: 'telegram',
      reason: '聊天工具的令牌失效或权限不足(telegram 401: Unauthorized)',
      sinceLocal: '11月23日09:16',
    },
  ],
  rows: [
    {
      id: 'v1',
      at: '2026-11-23T01:16:00.000Z',
      localAt: '11月23日09:16',
      person: '严某东',
      unit: '东城县',
      channel: 'telegram',
      state: 'failed',
      what: '【逾期提示】第(八)项进展报送时限为11月18日17:30,已逾期3个工作日,尚未收到办理情况。',
      reason: '聊天工具的令牌失效或权限不足(telegram 401: Unauthorized)',
    },
    {
      id: 'v2',
      at: '2026-11-19T01:15:12.000Z',
      localAt: '11月19日09:15',
      person: '蒋某',
      unit: '市检察院',
      channel: 'slack',
      state: 'ambiguous',
      what: '【进展商请】商请贵院就第(八)项提供协查情况。',
      reason: '平台没有正常答复(timeout)',
    },
    {
      id: 'v3',
      at: '2026-11-18T09:30:00.000Z',
      localAt: '11月18日17:30',
      person: null,
      unit: '临江县',
      channel: null,
      state: 'undeliverable',
      what: '第(八)项“开展联合执法行动”',
      reason: '无联络员',
    },
    {
      id: 'v4',
      at: '2026-11-13T01:15:20.000Z',
      localAt: '11月13日09:15',
      person: '沈某青',
      unit: '市农业农村局',
      channel: 'telegram',
      state: 'failed',
      what: '【进展报送】市农业农村局2026年第四季度,共1项,请于12月25日(星期五)17:30前报送。',
      reason: '本人已停用机器人(telegram 403: Forbidden: bot was blocked by the user)',
    },
    {
      id: 'v5',
      at: '2026-07-03T09:30:00.000Z',
      localAt: '7月3日17:30',
      person: null,
      unit: '临江县',
      channel: null,
      state: 'undeliverable',
      what: '第(十)项“建设保护工作站”',
      reason: '无联络员',
    },
  ],
};

/** Only the demo plan has sent anything. */
export function undeliveredOf(planId: string, resent: ReadonlySet<string>): Undelivered {
  if (planId !== PLAN_ID) return { rows: [], outages: [] };
  return { ...FOUND, rows: FOUND.rows.filter(({ id }) => !resent.has(id)) };
}
