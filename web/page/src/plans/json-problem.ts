/** Where a text stops being JSON, as line and column from 1; null: it is JSON, or the engine does not say where. */
export function jsonProblem(text: string): { line: number; column: number } | 'end' | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const spelled = /line (\d+) column (\d+)/.exec(message);
    if (spelled !== null) return { line: Number(spelled[1]), column: Number(spelled[2]) };
    const position = /position (\d+)/.exec(message);
    if (position === null) return 'end';
    const before = text.slice(0, Number(position[1])).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
