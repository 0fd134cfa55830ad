import type { Span } from '../types.ts';

const FIRST_LEADS =
  /(?:第一(?:位|个|名|家)?|首位|排名?在?(?:最)?前|首家)(?:的)?[^。;,、()]{0,10}?(?:为|是|即|作为)[^。;,()]{0,4}牵头|牵头(?:单位|部门)(?:为|是|排)[^。;,()]{0,8}(?:第一|首位)/;
const ALL_UNITS =
  /(?:(?:以下|下列|上述|以上|下述|本方案|所有|各项)(?:[^。;,()]{0,8})(?:任务|工作|事项|措施)|以下)(?:,)?(?:均|都)(?:需|须|由|应|要)?(?:由)?((?:各|县\(|市\(|区\()[^。;,]{1,24}?)(?:共同|具体|按职责|参与|落实|配合|负责|实施|推进)[^。()]{0,24}/;

/** Clauses that say for all tasks who does what. */
export interface UnitClauses {
  /** 排在第一位的为牵头单位. */
  firstLeads: Span | null;
  /** 以下任务均需各区落实,不再一一列出: the clause and the group that it names. */
  all: { clause: Span; group: Span } | null;
}

export function unitClauses(simplified: string): UnitClauses {
  const first = FIRST_LEADS.exec(simplified);
  const all = ALL_UNITS.exec(simplified);
  const group = all?.[1];
  const at = all && group !== undefined ? all.index + all[0].indexOf(group) : 0;
  return {
    firstLeads: first ? { start: first.index, end: first.index + first[0].length } : null,
    all:
      all && group !== undefined
        ? { clause: { start: all.index, end: all.index + all[0].length }, group: { start: at, end: at + group.length } }
        : null,
  };
}
