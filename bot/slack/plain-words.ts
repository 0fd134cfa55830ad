/** What a person typed, without Slack's markup: `<@U1|name>` → @name, `<https://…|label>` → label (https://…), entities undone. */
export function plainWords(text: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => control(inside))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function control(inside: string): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  if (/^@[UW]/.test(target)) return `@${label || target.slice(1)}`;
  if (target.startsWith('#C')) return `#${label || target.slice(1)}`;
  if (target.startsWith('!')) return label || `@${target.slice(1).split('^')[0] ?? ''}`;
  const address = target.replace(/^(mailto|tel):/, '');
  return label === '' || label === address || address.endsWith(`//${label}`) ? address : `${label} (${address})`;
}
