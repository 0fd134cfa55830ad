import { catalogue } from '../i18n/language.tsx';

export const officeWords = catalogue(
  {
    title: '办公室和领导',
    add: '添加人员',
    role: '身份',
    coordinator: '办公室协调员',
    leader: '领导小组成员',
    reader: '查阅人员',
    coordinatorHint: '办理本方案的各项事务,包括催办、验收、批复和推进阶段。',
    leaderHint: '查看进展,接收核发的简报并作出批示。',
    readerHint: '只能查看。',
    none: '尚未登记。登记并绑定后,可在聊天中办理和接收简报。',
    dismiss: '撤销身份',
    dismissSure: (name: string) => `撤销${name}在本方案中的身份?此后不能再查看和办理。`,
  },
  {
    title: 'Office and leaders',
    add: 'Add a person',
    role: 'Role',
    coordinator: 'Coordinator',
    leader: 'Leading group',
    reader: 'Reader',
    coordinatorHint: 'Runs the plan: reminds, accepts, decides on more time, advances the phases.',
    leaderHint: 'Sees where it stands, gets the briefs and gives instructions.',
    readerHint: 'Only looks.',
    none: 'Nobody yet. Once bound, they work from chat and get the briefs there.',
    dismiss: 'End the role',
    dismissSure: (name: string) => `End the role of ${name} in this plan? Nothing can be seen or done any more.`,
  },
);
