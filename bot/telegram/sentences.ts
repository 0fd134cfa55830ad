import type { Sentence } from './decode-update.ts';

/** Said at once, outside of any plan and to whoever it is. */
export const SENTENCES: Record<Sentence, string> = {
  'private-only': '请与本机器人单独对话办理,群内消息不作登记。',
  'words-only': '此处只登记文字。请用文字说明进展,佐证材料按办公室要求另行报送。',
};

/** Shown for a moment where a button was pressed; what became of it follows as a message. */
export const PRESSED = '已收到,正在登记';

/** The menu beside the input field. */
export const COMMANDS = [
  { command: 'tasks', description: '我的事项' },
  { command: 'state', description: '查看进度' },
  { command: 'help', description: '怎样填报' },
  { command: 'start', description: '绑定本人账号(使用办公室给的链接或绑定码)' },
];
