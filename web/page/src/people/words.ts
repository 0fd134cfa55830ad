import { catalogue } from '../i18n/language.tsx';

export const peopleWords = catalogue(
  {
    title: '通讯录', unit: '单位', kind: '类别', relation: '隶属关系', contacts: '联络人', channels: '已绑定', notBound: '未绑定', none: '未登记联络人', add: '添加联络人', name: '姓名', rank: '职务', save: '保存', cancel: '取消',
    code: '生成绑定码', codeFor: (name: string) => `${name}的绑定码`, codeOnce: '绑定码只显示这一次,请当面或电话告知本人。', codeUntil: (at: string) => `${at}前有效(10分钟),只能使用一次。`, copy: '复制', copied: '已复制', close: '关闭', noUnits: '方案中没有单位。', summary: (units: number, bound: number) => `${units}个单位,${bound}个已登记联络员`,
  },
  {
    title: 'People', unit: 'Unit', kind: 'Kind', relation: 'Relation', contacts: 'Contacts', channels: 'Bound', notBound: 'not bound', none: 'no contact yet', add: 'Add contact', name: 'Name', rank: 'Rank', save: 'Save', cancel: 'Cancel',
    code: 'Make a code', codeFor: (name: string) => `Binding code for ${name}`, codeOnce: 'The code is shown this once. Tell it to the person directly.', codeUntil: (at: string) => `Valid until ${at} (10 minutes), once.`, copy: 'Copy', copied: 'Copied', close: 'Close', noUnits: 'The plan names no units.', summary: (units: number, bound: number) => `${units} units, ${bound} with a liaison`,
  },
);
