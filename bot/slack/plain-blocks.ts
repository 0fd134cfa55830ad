import type { PlainTextElement, SectionBlock } from '@slack/types';

/** Text that Slack takes as it is: neither markup nor mentions nor `:emoji:` are read in it. */
export const plainText = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

export const section = (text: string): SectionBlock => ({ type: 'section', text: plainText(text) });
