import type { Command } from 'commander';
import { readReply } from '../../domain/chat/understand/read-reply.ts';
import type { ReplyReading } from '../../domain/chat/understand/types.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import { readReplyCases, type NamedCase } from '../read-reply-cases.ts';
import type { Streams } from '../run.ts';
import { replyText } from './reply-text.ts';

/** `duban understand FILE.jsonl`: what replies say, one reading a line in the order of the cases; no server needed. */
export function addUnderstandCommand(program: Command, streams: Streams, json: boolean): void {
  program
    .command('understand')
    .description('逐行读取报送原话(JSONL),输出理解结果(不需要启动服务);文件名为 - 时读取标准输入')
    .argument('<file>')
    .action((file: string) => {
      for (const one of readReplyCases(file)) {
        const reading = readReply(one.reply, SEED_CALENDAR);
        streams.out(`${json ? JSON.stringify(asGold(one, reading)) : replyText(one, reading)}\n`);
      }
    });
}

/** The shape in which readings are kept and compared: a task by its printed number. */
const asGold = ({ id, reply }: NamedCase, { items, question }: ReplyReading): object => ({
  id,
  items: items.map(({ task, ...fields }) => ({ no: reply.open[task]?.no ?? null, task, ...fields })),
  question,
});
