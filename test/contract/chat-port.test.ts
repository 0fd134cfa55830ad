import { createScriptedPort } from '../../bot/scripted/adapter.ts';
import { createWebPort } from '../../bot/web-inbox/adapter.ts';
import { lineKey, scriptAnswer } from '../../seeds/demo/script-answer.ts';
import type { ScriptedContact } from '../../seeds/demo/types.ts';
import { chatPortContract } from './chat-port.contract.ts';

chatPortContract({ channel: 'web', ports: () => [createWebPort()] });

chatPortContract({
  channel: 'scripted',
  ports: (prisma) => [
    createScriptedPort({
      prisma,
      lineKey,
      scriptAnswer: (script, lines, context) => scriptAnswer(script as ScriptedContact, lines, context),
    }),
  ],
});
