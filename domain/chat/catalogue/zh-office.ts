import { shorten } from '../item-label.ts';

/** What is said to the office where it assigns units, registers scans, sees to its brief, or goes on on the page. */
export const zhOffice = {
  confirmScan: (item: string, who: string, name: string) =>
    `拟登记${who}${item}的盖章扫描件“${shorten(name, 80)}”,代替单位分管负责同志审签。`,
  whichScan: (item: string, who: string) => `请直接回复${who}${item}盖章扫描件的名称和存放处(不少于5个字)。`,
  confirmAssign: (item: string, units: string[]) => `拟指定${units.join('、')}承办${item}。`,
  whichUnits: (item: string) => `请直接回复${item}的承办单位,如“市公安局、市应急局”;第一个为牵头单位。`,
  whichOfUnits: (named: string) => `“${shorten(named, 20)}”可能是下列单位,请选择:`,
  noSuchUnit: (named: string) => `没有名为“${shorten(named, 40)}”的单位。请直接回复单位全称或简称。`,
  brief: {
    draftTitle: (title: string) => `${title} 草稿`,
    edit: '修改文字请在网页“简报”页办理。',
    sendTo: (names: string[]) =>
      names.length > 0
        ? `送达领导小组成员${names.length}人:${names.slice(0, 8).join('、')}${names.length > 8 ? '等' : ''}。`
        : '尚未登记领导小组成员,没有送达对象。',
    confirm: (title: string, span: string, sentences: number) => `拟核发${title}(${sentences}句)。${span}`,
    editedBy: (name: string) => `最后修改:${name}。`,
    release: '核发',
    releaseNow: '确认核发',
    text: '查看全文',
    released: (no: number) => `第${no}期简报已核发。`,
  },
  elsewhere: {
    'merge-units': '合并单位涉及多项任务移交,不在聊天中办理。请在网页“通讯录”页办理,或使用命令行 contact merge-units。',
    'link-tasks': '关联任务须核对两个方案,不在聊天中办理。请在网页该任务页办理,或使用命令行 task link、task unlink。',
    'sub-item':
      '增列分解任务和读入分解方案须填表或上传文件,不在聊天中办理。请在网页该任务页办理,或使用命令行 task add、task breakdown。',
  },
  openPage: '打开网页',
};

export type OfficeWords = typeof zhOffice;
