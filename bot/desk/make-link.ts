import type { DeskActor, DeskDeps } from './deps.ts';
import { issueCode, type IssuedCode } from './issue-code.ts';

/** A code that opens a session on the page, for oneself unless another person is named: once, within ten minutes. Throws RefusedError CONTACT_UNKNOWN, NOT_PERMITTED. */
export const makeLink = (
  deps: DeskDeps,
  actor: DeskActor,
  { personId }: { personId?: string } = {},
): Promise<IssuedCode> => issueCode(deps, actor, personId ?? actor.personId, 'login', 'link');
