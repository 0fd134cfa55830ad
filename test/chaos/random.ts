/** Seeded: the same seed gives the same instants again (mulberry32). */
export function randomOf(seed: number): (from: number, to: number) => number {
  let a = seed >>> 0;
  return (from, to) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return from + Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * (to - from + 1));
  };
}
