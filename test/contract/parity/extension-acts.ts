import { at, body, WHY } from './asked-by-office.ts';
import { asked, COORDINATOR, granted, signed, TASK } from './seed.ts';
import type { ParityAct } from './table.ts';
import type { World } from './ways.ts';

const later = async ({ clock }: World): Promise<void> => {
  clock.now = new Date(clock.now.getTime() + 11 * 60_000);
};

/** How the office answers who asks for more time. */
export const EXTENSION_ACTS: ParityAct[] = [
  {
    act: '同意延期',
    by: COORDINATOR,
    given: signed,
    page: { path: at('extension'), body: () => body({ grant: true }) },
    cli: ['task', 'extension', TASK, '--grant'],
    chat: ['/批复 第九项 同意'],
    event: 'extensionGranted',
    refused: { code: 'SIGN_OFF_MISSING', given: asked },
  },
  {
    act: '延期另定日期',
    by: COORDINATOR,
    given: signed,
    page: { path: at('extension'), body: () => body({ grant: true, dueOn: '2026-12-15' }) },
    cli: ['task', 'extension', TASK, '--grant', '--to', '2026-12-15'],
    chat: ['/批复 第九项 另定12月15日'],
    event: 'extensionGranted',
    refused: {
      code: 'EXTENSION_DATE_REST',
      page: { path: at('extension'), body: () => body({ grant: true, dueOn: '2026-12-20' }) },
      cli: ['task', 'extension', TASK, '--grant', '--to', '2026-12-20'],
      chat: ['/批复 第九项 同意延至12月20日'],
    },
  },
  {
    act: '不同意延期',
    by: COORDINATOR,
    given: signed,
    page: { path: at('extension'), body: () => body({ grant: false, reason: WHY }) },
    cli: ['task', 'extension', TASK, '--refuse', '--reason', WHY],
    chat: [`/批复 第九项 不同意 ${WHY}`],
    event: 'extensionRefused',
    refused: { code: 'EXTENSION_NONE', given: async () => undefined },
  },
  {
    act: '撤回延期批复',
    by: COORDINATOR,
    given: granted,
    page: { path: at('extension/undo'), body: () => body() },
    cli: ['task', 'extension', TASK, '--undo'],
    chat: ['/进度 第九项', '〔撤回批复〕'],
    event: 'extensionUndone',
    refused: { code: 'EXTENSION_UNDO_LATE', meanwhile: later },
  },
];
