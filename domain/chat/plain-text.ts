import type { NeutralMessage, SendableMessage } from './message.ts';

/** A message as plain text: the heading opens the first line, the signature closes. */
export function plainText({
  heading,
  lines,
  signature,
}: Pick<NeutralMessage | SendableMessage, 'heading' | 'lines' | 'signature'>): string {
  return [`${heading}${lines[0] ?? ''}`, ...lines.slice(1), ...(signature ? [`(${signature})`] : [])].join('\n');
}
