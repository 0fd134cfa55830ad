import { catalogue } from '../i18n/language.tsx';

export const pauseWords = catalogue(
  {
    pause: '暂缓',
    resume: '恢复办理',
    pauseTitle: '暂缓办理',
    resumeTitle: '提前恢复办理',
    until: '暂缓至(当日恢复)',
    reason: '理由(不少于5个字)',
    hint: '暂缓期间不发提示、不计逾期;恢复后各单位时限按所余工作日顺延。理由将告知各承办单位。',
    paused: '暂缓',
  },
  {
    pause: 'Put off',
    resume: 'Go on',
    pauseTitle: 'Put the task off',
    resumeTitle: 'Go on before the day',
    until: 'Until (goes on that day)',
    reason: 'Reason (5 characters or more)',
    hint: 'Nothing is sent and nothing becomes late meanwhile; then every unit has the working days that it had left. The units are told the reason.',
    paused: 'Put off',
  },
);
