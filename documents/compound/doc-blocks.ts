/** A line, or the rows of a table. */
export type DocBlock = string | string[][];

/** A cell of several paragraphs breaks its row over at most so many lines. */
const MOST_LINES_OF_ROW = 40;

/** Body of a .doc as its library gives it, each cell ended by a tab and each row by a line end → lines and tables. */
export function docBlocks(body: string): DocBlock[] {
  const blocks: DocBlock[] = [];
  /** Lines of a row whose end hasn't come yet. */
  let open: string[] = [];
  const giveUp = (): void => {
    blocks.push(...open.map((line) => line.replaceAll('\t', ' ')));
    open = [];
  };
  const addRow = (line: string): void => {
    const table = blocks.at(-1);
    const columns = Array.isArray(table) ? table.at(-1)?.length : undefined;
    // Only a table that has begun tells how many cells a row over several lines must have.
    const whole = cellsOf([...open, line].join(' '));
    const isWhole = open.length > 0 && whole.length === columns;
    if (!isWhole) giveUp();
    const row = isWhole ? whole : cellsOf(line);
    open = [];
    const last = blocks.at(-1);
    if (Array.isArray(last)) last.push(row);
    else blocks.push([row]);
  };
  for (const line of body.split('\n')) {
    if (line.endsWith('\t')) addRow(line);
    else if (open.length > 0 || line.trimStart().includes('\t')) {
      open.push(line);
      if (open.length > MOST_LINES_OF_ROW) giveUp();
    } else if (line.trim() !== '') blocks.push(line);
  }
  giveUp();
  return blocks;
}

const cellsOf = (line: string): string[] => line.slice(0, -1).split('\t');
