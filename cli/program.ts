import { Command } from 'commander';
import { addBriefCommands } from './commands/brief.ts';
import { addContactCommands } from './commands/contact.ts';
import { addDemoCommands } from './commands/demo.ts';
import { addEscalationCommands } from './commands/escalation.ts';
import { addNoticeCommands } from './commands/notice.ts';
import { addOperateCommands } from './commands/operate.ts';
import { addPhaseCommands } from './commands/phase.ts';
import { addBurdenCommand } from './commands/burden.ts';
import { addPlanCommands } from './commands/plan.ts';
import { addReadCommand } from './commands/read.ts';
import { addReplyCommand } from './commands/reply.ts';
import { addSheetCommands } from './commands/sheet.ts';
import { addUndeliveredCommands } from './commands/undelivered.ts';
import { addTaskCommands } from './commands/task.ts';
import { addUnderstandCommand } from './commands/understand.ts';
import type { Streams, Work } from './run.ts';

/** Runs what a command wants, as the person of --as. */
export type Run = (work: Work, command: Command) => Promise<void>;

/** All commands of design §6. Every one takes --json and --as, before or after its own arguments. */
export function buildProgram(
  run: (work: Work, options: { as?: string }) => Promise<void>,
  streams: Streams,
  json: boolean,
): Command {
  const program = new Command('duban')
    .description('督办:从命令行办理协调员和运维人员的各项工作')
    .option('--json', '只输出 JSON')
    .option('--as <person>', '以何人身份办理(编号或姓名),默认为本机协调员')
    .exitOverride()
    .configureOutput({ writeOut: streams.out, writeErr: json ? () => {} : streams.err, outputError: () => {} })
    .showHelpAfterError(false);
  const runAs: Run = (work, command) => run(work, command.optsWithGlobals<{ as?: string }>());
  for (const add of [
    addPlanCommands,
    addTaskCommands,
    addPhaseCommands,
    addBriefCommands,
    addEscalationCommands,
    addNoticeCommands,
    addContactCommands,
    addReplyCommand,
    addDemoCommands,
    addBurdenCommand,
    addUndeliveredCommands,
    addOperateCommands,
  ])
    add(program, runAs);
  addReadCommand(program, streams, json);
  addUnderstandCommand(program, streams, json);
  addSheetCommands(program, runAs, streams, json);
  return program;
}
