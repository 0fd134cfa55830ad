/** Does so many with at most `width` in hand. */
export async function atOnce(count: number, width: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, hand));
}
