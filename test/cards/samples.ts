import { answerMessage } from '../../domain/chat/answer-message.ts';
import { catalogueFor } from '../../domain/chat/catalogue/index.ts';
import { digestMessage } from '../../domain/chat/digest-message.ts';
import type { FormView } from '../../domain/chat/form.ts';
import type { NeutralMessage, PromptLineView, SendableMessage } from '../../domain/chat/message.ts';
import { proposalCard } from '../../domain/chat/proposal-card.ts';
import { NOTHING_SO_FAR, reportFields } from '../../domain/chat/report-fields.ts';

const TALK = { office: '市试点办', now: '2026-11-23T02:12:00.000Z', zone: 'Asia/Shanghai' };

const TITLES = [
  '研究制定知识产权发展战略与规划',
  '健全工作体系',
  '开展联合执法检查',
  '推进知识产权保护工作站建设,完善快速协同保护机制,健全跨部门、跨区域的线索移送和案件通报制度',
];
const NUMBERS = '一二三四五六七八九';

function line(at: number, more: Partial<PromptLineView> = {}): PromptLineView {
  return {
    entityId: `task/${at}`,
    partId: `p${at}`,
    planTitle: '某市知识产权试点工作方案',
    no: `(${NUMBERS[at % 9] ?? '九'})`,
    title: TITLES[at % 4] ?? '',
    section: '三',
    unit: '市科技局',
    relation: 'subordinate',
    role: 'lead',
    assumedLead: at === 0,
    duty: 'report',
    cycle: '2026Q4',
    rung: 'd3',
    dueOn: '2026-12-25',
    dueAt: '2026-12-25T09:30:00.000Z',
    provisional: false,
    progress: at % 3 === 0 ? 40 : null,
    lastWords: at % 3 === 1 ? '已报送审稿' : null,
    lastReportOn: '2026-09-25',
    cadence: 'quarterly',
    taskDueOn: '2028-06-30',
    workingDaysToDue: 3,
    escalateBy: null,
    ...more,
  };
}

const overdue = { rung: 'o1' as const, workingDaysToDue: -3, dueOn: '2026-11-18', dueAt: '2026-11-18T09:30:00.000Z' };

const WORDS = '第九项已完成85%,新增保护工作站3家,累计15家,下周二前报佐证,<!channel> & *粗体*';

const answer = (
  heading: Parameters<typeof answerMessage>[0],
  lines: string[],
  buttons: string[] = [],
): NeutralMessage =>
  answerMessage(
    heading,
    lines,
    TALK,
    buttons.map((label, at) => ({ label, act: { kind: 'acknowledge' }, ...(at === 0 ? { style: 'primary' } : {}) })),
  );

const { answers } = catalogueFor();

/** One of each kind of card that people get, with its name. */
export const CARDS: [name: string, message: NeutralMessage][] = [
  ['签收', digestMessage([line(8, { duty: 'receipt', cycle: 'once', rung: 'issue', assumedLead: true })], TALK)],
  ['进展,2项', digestMessage([line(8), line(1)], TALK)],
  ['临期', digestMessage([line(2, { rung: 'd3', duty: 'completion', cycle: 'once' })], TALK)],
  ['逾期', digestMessage([line(7, overdue)], TALK)],
  [
    '12项',
    digestMessage(
      Array.from({ length: 12 }, (_, at) => line(at)),
      TALK,
    ),
  ],
  [
    '几类合发',
    digestMessage([line(0, overdue), line(1), line(2, { duty: 'receipt', cycle: 'once', rung: 'issue' })], TALK),
  ],
  [
    '核对',
    proposalCard(
      {
        proposalId: 'proposal-1',
        items: [
          {
            no: '(九)',
            title: TITLES[0] ?? '',
            progressBefore: 40,
            reading: {
              kind: 'report',
              words: WORDS,
              progress: 85,
              expectedOn: '2026-12-01',
              blocker: null,
              done: false,
            },
          },
        ],
        words: WORDS,
        receivedAt: TALK.now,
      },
      TALK,
    ),
  ],
  ['选择任务', answer('note', [answers.whichTask(WORDS)], ['第(九)项 研究制定战略', '第(二)项 健全工作体系', '取消'])],
  ['已登记', answer('done', ['第(九)项"研究制定知识产权发展战略与规划":进度40%→85%'], ['撤回'])],
  ['未登记', answer('refused', ['该事项不属于你单位,未予登记。如有疑问,请联系办公室。'])],
  [
    '延期审批',
    answer(
      'note',
      [
        '市科技局申请第(九)项送审稿由11月30日延至12月21日(15个工作日)。理由:"省级文件尚未印发"。首次申请,到期前6个工作日提出,已完成85%,单位分管负责同志已审签。请于11月24日17:30前批复。',
      ],
      ['同意', '另定日期', '不同意'],
    ),
  ],
];

export const sendable = (name: string, { buttons, ...message }: NeutralMessage): SendableMessage => ({
  ...message,
  deliveryId: name,
  buttons: buttons.map(({ label, style }, at) => ({ id: `${name}-${at}`, label, ...(style ? { style } : {}) })),
});

const { forms } = catalogueFor();

/** Forms as buttons open them. */
export const FORMS: [name: string, form: FormView][] = [
  [
    '逐项填报',
    {
      title: forms.titles.report,
      submit: forms.submit,
      buttonId: 'opaque-1',
      note: forms.onlyChanged,
      lines: [8, 1].map((at) => ({
        entityId: `task/${at}`,
        partId: `p${at}`,
        label: `第(${NUMBERS[at]})项"${TITLES[at % 4]}"`,
        fields: reportFields({ ...NOTHING_SO_FAR, lastProgress: 40, figures: [] }, forms, 8),
      })),
    },
  ],
  [
    '申请延期',
    {
      title: forms.titles.extension,
      submit: forms.submit,
      buttonId: 'opaque-2',
      lines: [
        {
          entityId: 'task/8',
          partId: 'p8',
          label: '第(九)项"研究制定知识产权发展战略与规划"',
          fields: [
            {
              name: 'newDueOn',
              label: forms.labels.newDueOn,
              kind: 'date',
              value: null,
              required: true,
              hint: forms.hints.dueOn('2026-11-30'),
            },
            { name: 'reason', label: forms.labels.reason, kind: 'text', value: null, required: true },
          ],
        },
      ],
    },
  ],
];
