import { applyReply } from '../domain/supervision/apply-reply.ts';
import type { SupervisedState } from '../domain/supervision/types.ts';
import type { Entity } from './entity.ts';
import type { RecordReply, ReplyAnswer } from './messages.ts';

/** As many as a state keeps ids of. */
const KEPT = 200;

/**
 * Applies answers one by one. An Update's id makes the same item again get its first outcome; of those that come
 * together the run remembers it here, a refusal too, so that it is on record once. Continuing as new forgets it: the
 * state's own ids stand for that.
 */
export function createAnswers(entity: Entity<SupervisedState>): (message: RecordReply) => ReplyAnswer {
  const given = new Map<string, ReplyAnswer>();

  function apply(message: RecordReply): ReplyAnswer {
    const applied = applyReply(entity.state, message, entity.now());
    if ('refused' in applied) {
      entity.refusal(message, message.reading.kind, applied.refused, message.itemId);
      return applied;
    }
    entity.state = applied.state;
    return { outcome: applied.outcome, summary: applied.summary };
  }

  return (message) => {
    entity.learnClock(message.offsetMs);
    const answer = given.get(message.itemId) ?? apply(message);
    given.set(message.itemId, answer);
    if (given.size > KEPT) given.delete(given.keys().next().value as string);
    return answer;
  };
}
