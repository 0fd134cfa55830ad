import { catalogue } from '../i18n/language.tsx';

export const reassignWords = catalogue(
  {
    reassign: '改派',
    keep: '维持分工',
    reassignTitle: '改由其他单位承办',
    keepTitle: '异议不成立,维持分工',
    toUnit: '承办单位',
    reason: '理由(不少于5个字)',
    reassignHint: '原单位未发的提示撤回,已发的消息关闭;新单位自此重新签收。原有往来全部保留。',
    keepHint: '理由将告知该单位,原签收和办理时限不变。',
    disputed: (by: string, reason: string) => `${by}提出职责异议:“${reason}”`,
  },
  {
    reassign: 'Reassign',
    keep: 'Keep duty',
    reassignTitle: 'Another unit takes over',
    keepTitle: 'Dispute not upheld',
    toUnit: 'Unit',
    reason: 'Reason (5 characters or more)',
    reassignHint:
      'Unsent prompts of the old unit are withdrawn and its cards closed; the new unit signs anew. All history stays.',
    keepHint: 'The unit is told the reason; its deadlines stay.',
    disputed: (by: string, reason: string) => `${by} disputes the duty: “${reason}”`,
  },
);
