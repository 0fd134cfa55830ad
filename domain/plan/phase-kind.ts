import { PHASE_KINDS, type PhaseKind } from './types.ts';

const WORDS: [RegExp, PhaseKind][] = [
  [/迎检|迎檢|验收|驗收|总结|總結|表彰|考核|评估|評估/, 'inspection'],
  [/部署|动员|動員|启动|啟動|筹备|籌備/, 'deployment'],
  [/实施|實施|推进|推進|落实|落實/, 'implementation'],
];

/** The kind that a printed phase name means, else its place among three phases, else null. */
export function kindOfPhase(name: string, at: number, phases: number): PhaseKind | null {
  const said = WORDS.filter(([word]) => word.test(name)).map(([, kind]) => kind);
  // A name with words of two kinds (部署实施) says nothing certain.
  if (said.length === 1) return said[0] ?? null;
  return phases === PHASE_KINDS.length ? (PHASE_KINDS[at] ?? null) : null;
}
