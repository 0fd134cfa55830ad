import type { Sentence } from './decode-update.ts';

/** Said at once, outside of any plan and to whoever it is. */
export const SENTENCES: Record<Sentence, string> = {
  'private-only': '请与本机器人单独对话办理,群内消息不作登记。',
  'words-or-files': '此处只登记文字和文件。请用文字说明进展,佐证材料以文件或照片发送。',
};

/** Shown for a moment where a button was pressed, in whichever language; what became of it follows as a message. */
export const PRESSED = '✓';
