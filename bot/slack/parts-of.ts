import type { SendableMessage } from '../../domain/chat/message.ts';
import { splitMessage } from '../../domain/chat/split-message.ts';
import { fitsWhole } from './render-message.ts';

/** A message above Slack's limits (blocks, text in all) as several. */
export const partsOf = (message: SendableMessage): SendableMessage[] => splitMessage(message, fitsWhole);
