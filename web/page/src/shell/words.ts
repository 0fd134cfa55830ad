import { catalogue } from '../i18n/language.tsx';

export const shellWords = catalogue(
  {
    today: '今日', tasks: '任务', phases: '阶段', people: '通讯录', plans: '方案', inbox: '收件箱',
    navigation: '主导航', language: '界面语言', signOut: '退出', plan: '方案',
    noSecrets: '不得录入涉密信息', everyLine: '每一格、每一句都可点开依据',
    loading: '正在读取', retry: '重试', failed: '读取失败', demo: '演示', skip: '跳到正文',
    signInTitle: '登录', signInLead: '请输入办公室给你的登录码或绑定码。', code: '登录码或绑定码', signIn: '登录',
    signInHint: '协调员:使用启动时终端里显示的一次性链接。联络员:向办公室索取绑定码,10分钟内有效,只能使用一次。',
    checking: '正在核验一次性链接',
    noPlan: '还没有运行中的方案。请到“方案”页排定日期并启动。', toPlans: '去方案页',
    iAm: '我是', coordinator: '协调员', liaison: '联络员', leader: '领导', actingAs: '当前身份',
  },
  {
    today: 'Today', tasks: 'Tasks', phases: 'Phases', people: 'People', plans: 'Plans', inbox: 'Inbox',
    navigation: 'Main navigation', language: 'Language', signOut: 'Sign out', plan: 'Plan',
    noSecrets: 'No classified information may be entered', everyLine: 'Every cell and sentence opens its source',
    loading: 'Loading', retry: 'Retry', failed: 'Could not load', demo: 'Demo', skip: 'Skip to content',
    signInTitle: 'Sign in', signInLead: 'Enter the sign-in or binding code the office gave you.', code: 'Code', signIn: 'Sign in',
    signInHint: 'Coordinators use the one-time link shown in the terminal at start. Liaisons ask the office for a binding code: 10 minutes, one use.',
    checking: 'Checking the one-time link',
    noPlan: 'No plan is running yet. Date and start one on the Plans page.', toPlans: 'Go to plans',
    iAm: 'I am', coordinator: 'Coordinator', liaison: 'Liaison', leader: 'Leader', actingAs: 'Acting as',
  },
);
