import { dossier } from './dossier.ts';
import type { ActivityDeps } from './deps.ts';
import { issuePrompts } from './issue-prompts.ts';
import { openPhase } from './open-phase.ts';
import { project } from './project.ts';
import { schedule } from './schedule.ts';
import { sendDue } from './send-due.ts';
import type { Activities } from './types.ts';
import { unitsWithoutRank } from './units-without-rank.ts';

/** The activities of one worker, over what they depend on. */
export function createActivities(deps: ActivityDeps): Activities {
  return {
    schedule: (input) => schedule(deps, input),
    project: ({ projection }) => project(deps, projection),
    issuePrompts: (input) => issuePrompts(deps, input),
    unitsWithoutRank: (input) => unitsWithoutRank(deps, input),
    openPhase: (input) => openPhase(deps, input),
    dossier: (input) => dossier(deps, input),
    sendDue: (turn) => sendDue(deps, turn),
  };
}
