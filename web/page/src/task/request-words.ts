import { catalogue } from '../i18n/language.tsx';

export const requestWords = catalogue(
  {
    day: '延至',
    confirm: '确认',
    cancel: '取消',
    agree: '审签同意',
    sendBack: '退回',
    grant: '同意延期',
    otherDate: '另定日期',
    refuse: '不同意',
    scan: '登记扫描件',
    undo: '撤回批复',
    awaitsSignOff: '待审签',
    awaitsDecision: (day: string) => `申请延至${day},待批复`,
  },
  {
    day: 'Until',
    confirm: 'Confirm',
    cancel: 'Cancel',
    agree: 'Sign',
    sendBack: 'Send back',
    grant: 'Grant',
    otherDate: 'Other date',
    refuse: 'Refuse',
    scan: 'Record scan',
    undo: 'Take back',
    awaitsSignOff: 'awaits sign-off',
    awaitsDecision: (day: string) => `asks for ${day}`,
  },
);

/** Titles of the dialogs, and what their field asks for. */
export const requestTitles = catalogue(
  {
    grant: '同意延期',
    'other-date': '另定日期',
    refuse: '不同意延期',
    scan: '登记盖章扫描件',
    'send-back': '审签退回',
  },
  {
    grant: 'Grant the extension',
    'other-date': 'Grant another date',
    refuse: 'Refuse the extension',
    scan: 'Record a stamped scan',
    'send-back': 'Send back unsigned',
  },
);

export const requestLabels = catalogue(
  {
    grant: '领导小组的决定(不少于5个字)',
    'other-date': '领导小组的决定(超出办公室批复权限时须写明)',
    refuse: '理由(不少于5个字,随答复发给该单位)',
    scan: '扫描件的名称和存放处(不少于5个字)',
    'send-back': '理由(不少于5个字,发给填报人)',
  },
  {
    grant: "The leading group's decision (at least 5 characters)",
    'other-date': "The leading group's decision (where it is theirs)",
    refuse: 'Reason (at least 5 characters, sent to the unit)',
    scan: 'Name of the scan and where it lies (at least 5 characters)',
    'send-back': 'Reason (at least 5 characters, sent to its author)',
  },
);
