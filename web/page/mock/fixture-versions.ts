import type { Pin } from '../../../domain/plan/amend/types.ts';
import type { PlanFacts, PlanTask } from '../../../domain/plan/types.ts';

const task = (no: string, title: string, leadUnits: string[], more: Partial<PlanTask> = {}): PlanTask => ({
  no,
  section: '重点任务',
  title,
  leadUnits,
  responsibleUnits: [],
  otherUnits: [],
  obligation: null,
  due: null,
  key: false,
  ...more,
});

const unit = (name: string) => ({
  name,
  short: name.slice(1, 4),
  aliases: [],
  kind: 'department' as const,
  relation: 'subordinate' as const,
});

/** 示例市 as it runs, as far as an amendment touches it. */
export const OLD_VERSION: PlanFacts = {
  title: '示例市知识产权试点城市工作方案',
  docNumber: '示政办发〔2026〕18号',
  issuedOn: '2026-06-01',
  issuer: '示例市人民政府办公室',
  place: '示例市',
  period: { start: '2026-06', end: '2028-07' },
  phases: [{ name: '实施推进阶段', kind: 'implementation', start: '2026-07', end: '2028-06', duties: [] }],
  tasks: [
    task('(一)', '加强组织领导', ['市知识产权局'], { responsibleUnits: ['市财政局'], due: '2026-12-25' }),
    task('(二)', '建设公共服务平台和人才培养基地', ['市科技局'], { due: '2027-12-31' }),
    task('(三)', '建设维权援助站点', ['市知识产权局']),
    task('(四)', '建设快速维权窗口', ['市知识产权局']),
    task('(五)', '推进园区建设', ['市科技局'], { responsibleUnits: ['市财政局'] }),
    task('(六)', '加强人才培训', ['市教育局']),
  ],
  targets: [
    {
      name: '知识产权保护工作站',
      comparator: '>=',
      value: 20,
      max: null,
      unit: '家',
      baseline: null,
      per: null,
      by: '2026-12',
      scope: 'cumulative',
    },
  ],
  bodies: [],
  recurring: [],
  safeguards: [],
  office: { name: '示例市试点办', host: '市知识产权局' },
  units: ['市知识产权局', '市财政局', '市科技局', '市教育局'].map(unit),
  contacts: [],
};

/** Its next version: every kind of change that a person decides on, one of them doubtful. */
export const NEW_VERSION: PlanFacts = {
  ...OLD_VERSION,
  docNumber: '示政办发〔2026〕31号',
  phases: [{ name: '实施推进阶段', kind: 'implementation', start: '2026-07', end: '2028-05', duties: [] }],
  tasks: [
    task('(一)', '加强组织领导', ['市知识产权局'], {
      responsibleUnits: ['市财政局', '市公安局'],
      due: '2027-03-31',
    }),
    task('(二)', '建设公共服务平台', ['市科技局'], { due: '2027-12-31' }),
    task('(三)', '建设人才培养基地', ['市教育局'], { due: '2027-12-31' }),
    task('(四)', '建设维权援助站点和快速维权窗口', ['市知识产权局']),
    task('(五)', '推进园区建设一期', ['市科技局']),
    task('(六)', '推进园区建设二期', ['市科技局']),
  ],
  targets: OLD_VERSION.targets.map((target) => ({ ...target, value: 25 })),
  units: [...OLD_VERSION.units, unit('市公安局')],
};

/** What the amendment of the mock has come to. */
export interface MockAmendment {
  proposed: boolean;
  pins: Pin[];
  decided: Record<string, 'accepted' | 'declined'>;
}

export const freshAmendment = (): MockAmendment => ({ proposed: true, pins: [], decided: {} });
