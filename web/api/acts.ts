/**
 * Acts (POST, JSON; header `x-duban: 1`):
 *   /api/login {code} · /api/logout · /api/demo/as {role} or {personId}
 *   /api/plans (PlanFacts) · /api/plans/:planId/redate {mode, startOn?, reason?} · /api/plans/:planId/start
 *   /api/plans/:planId/advance {hash, reason?} · /api/plans/:planId/undo
 *   /api/tasks/:taskId/nudge {partId} · /accept {partId?} · /return {partId, reason} · /assign {unit, role} · /opt-in
 *     /reassign {partId, toUnit, reason} · /dispute {partId, uphold, toUnit?, reason}
 *   /api/tasks/:taskId/extension {partId, grant, requestId?, dueOn?, reason?} · /extension/undo {partId}
 *   /api/tasks/:taskId/sign {partId, agree, requestId?, reason?} · /scan {partId, evidence}
 *   /api/tasks/:taskId/pause {until, reason} · /resume {reason}
 *   /api/plans/:planId/contacts {name, unit, rank} · /api/contacts/:personId/code → {code, expiresAt, links}
 *   /api/decisions/:id/done
 *   /api/inbox/text {text, clientId, person?} · /api/inbox/button {buttonId, clientId, person?}
 *   /api/inbox/form {lines:[{entityId, partId, progress?, words?, expectedOn?, blocker?, done?, correct?, newDueOn?, reason?}], clientId, person?}
 *   /api/demo/step {to: 'workday'|'node'}
 * GET /api/plans/:planId/people : contacts with bindings. GET /api/plans/:planId/events?entity= : chained events.
 * Answer of an act: Acted. A refusal: 4xx with {error:{code,message}}.
 */
export interface Acted {
  ok: true;
  summary: string;
}

export interface ApiError {
  /** `problems` with PLAN_INVALID: one line each, `at` is the place in the plan (`tasks[3].leadUnits[0]`). */
  error: { code: string; message: string; problems?: { at: string; message: string }[] };
}
