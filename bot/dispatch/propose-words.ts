import { askMoreTime, moreTime } from './extension/ask-more.ts';
import { keepForOffice } from './keep-for-office.ts';
import { propose, type Target } from './propose.ts';
import { readAbout } from './reading/read-words.ts';
import type { Decision, InboxRow, RowContext } from './types.ts';

/**
 * Typed words about known parts: reports and requests, a card for all of them. A request for more time that lacks its
 * day or its reason is asked about beside the card of the others; another contact is the office's business at once.
 */
export async function proposeWords(context: RowContext, typed: InboxRow, targets: Target[]): Promise<Decision> {
  const read = await readTargets(context, typed, targets);
  const [first] = read;
  if (first && read.length === 1) {
    if (wantsTime(first)) return askMoreTime(context, typed, first.part, first.words);
    if (first.read?.read.item?.request === 'handover' && typed.id === context.row.id)
      return keepForOffice(context, first.part, 'change-contact', first.words);
    return propose(context, typed, read);
  }
  const proposed: Target[] = [];
  const asked: Decision[] = [];
  for (const target of read) {
    if (!wantsTime(target)) {
      proposed.push(target);
      continue;
    }
    const found = await moreTime(context, typed, target.part, target.words);
    if ('target' in found) proposed.push(found.target);
    else asked.push(found.decided);
  }
  const decided = proposed.length > 0 ? await propose(context, typed, proposed) : asked.shift();
  if (!decided) throw new RangeError('words about nothing');
  return asked.reduce(
    (all, { messages, effects }) => ({
      ...all,
      messages: [...all.messages, ...messages],
      effects: [...all.effects, ...effects],
    }),
    decided,
  );
}

/** Each with what the reader made of its words. */
export async function readTargets(context: RowContext, typed: InboxRow, targets: Target[]): Promise<Target[]> {
  const read: Target[] = [];
  for (const target of targets)
    read.push(
      target.read
        ? target
        : { ...target, read: await readAbout(context, typed, { text: target.words, part: target.part }) },
    );
  return read;
}

const wantsTime = ({ read }: Target): boolean => read?.read.item?.request === 'extension';
