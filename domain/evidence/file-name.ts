/** Longest name that is kept, its ending included. */
const LENGTH_MAX = 100;

/** A file's name as it may be shown and stored: no path, no controls, nothing that turns the writing round. */
export function fileName(given: string | null | undefined): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // Controls, quotes and marks that reverse the order of letters (x.exe shown as exe.x).
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}"<>|:*?]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '');
  if (clean === '') return '未命名文件';
  const letters = Array.from(clean);
  if (letters.length <= LENGTH_MAX) return clean;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  return `${letters.slice(0, LENGTH_MAX - ending.length - 1).join('')}…${ending}`;
}
