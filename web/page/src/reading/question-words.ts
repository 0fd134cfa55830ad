import { catalogue } from '../i18n/language.tsx';

/** Words of the questions and their answers. */
export const questionWords = catalogue(
  {
    progress: (settled: number, all: number) => `已办理${settled}个,共${all}个`,
    first: '须先答复',
    optional: '可择要答复',
    acceptKind: (count: number) => `${count}个均采用建议`,
    keepKind: (count: number) => `${count}个均按原文不改`,
    document: '文件本身',
    time: '阶段和时间',
    owners: '牵头和责任单位',
    tasks: '任务和编号',
    figures: '目标数值',
    units: '单位',
    head: '印发信息',
  },
  {
    progress: (settled: number, all: number) => `${settled} of ${all} settled`,
    first: 'to be answered first',
    optional: 'optional',
    acceptKind: (count: number) => `Accept all ${count}`,
    keepKind: (count: number) => `Leave all ${count} as printed`,
    document: 'The document itself',
    time: 'Phases and dates',
    owners: 'Lead and responsible units',
    tasks: 'Tasks and numbers',
    figures: 'Figures of targets',
    units: 'Units',
    head: 'Issue',
  },
);
