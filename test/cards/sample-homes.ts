import type { HomePage } from '../../bot/slack/home/home-page.ts';

const buttons = (...labels: string[]) =>
  labels.map((label, at) => ({ id: `${label}-${at}`, label, ...(at === 0 ? { style: 'primary' as const } : {}) }));

export const MENU_LINES = [
  '1.第(九)项"研究制定知识产权发展战略与规划" 进度40% 签收7月6日(已逾期)、2026年第四季度进展报送12月25日到期',
  '2.第(二)项"健全工作体系" 上次登记“已报送审稿” 2026年第四季度进展报送12月25日到期',
];

export const HOME_OF_LIAISON: HomePage = {
  title: '李某(市科技局)',
  notes: ['截至11月23日10:12', '也可直接在“消息”中发送文字报送;发送“帮助”查看全部指令。', '市试点办'],
  sections: [
    {
      title: '在办3项',
      rows: [
        {
          text: `逾期 · ${MENU_LINES[0]?.slice(2).replace(' ', '\n')}\n已逾期94个工作日,尚未报送。`,
          buttons: buttons('签收', '申请办结', '申请延期', '提请协调'),
        },
        {
          text: `临期 · ${MENU_LINES[1]?.slice(2).replace(' ', '\n')}\n距时限3个工作日。`,
          buttons: buttons('填报', '提请协调'),
        },
        { text: '正常 · 第(五)项"开展宣传培训"\n进度60% 目前无需报送', buttons: [] },
      ],
    },
    {
      title: '近期答复',
      rows: [
        {
          text: '11月20日10:12 第(九)项"研究制定知识产权发展战略……":进度25%→40%\n11月18日15:02 第(二)项"健全工作体系":已签收',
          buttons: [],
        },
      ],
    },
    {
      title: '我提出的事项',
      rows: [
        { text: '11月20日 第(九)项"研究制定知识产权发展战略……" 申请延期至12月21日:待批复(11月24日前)', buttons: [] },
      ],
    },
  ],
};

export const HOME_OF_OFFICE: HomePage = {
  title: '周某',
  notes: ['截至11月23日10:12', '也可直接在“消息”中发送文字报送;发送“帮助”查看全部指令。', '市试点办'],
  sections: [
    {
      title: '某市知识产权试点工作方案',
      rows: [
        { text: '逾期1项,滞后2项,临期2项;待我决定3件。', buttons: [] },
        {
          text: '【办结验收】第(八)项"开展联合执法检查",市公安局申请办结:“专项行动已完成,查处案件12件”',
          buttons: [
            { id: 'a', label: '验收', style: 'primary', confirm: '验收' },
            ...buttons('退回', '查看').map(({ id, label }) => ({ id, label })),
          ],
        },
        {
          text: '【延期审批】第(九)项"研究制定知识产权发展战略与规划",市科技局申请由11月30日延至12月21日(15个工作日),已完成85%:“省级文件尚未印发”',
          buttons: [
            { id: 'b', label: '同意', style: 'primary', confirm: '同意' },
            ...buttons('另定日期', '不同意', '查看').map(({ id, label }) => ({ id, label })),
          ],
        },
        {
          text: '【电话督办】第(二)项"健全工作体系",市财政局联络员尚未绑定',
          buttons: [{ id: 'c', label: '已办', confirm: '已办' }],
        },
      ],
    },
  ],
};
