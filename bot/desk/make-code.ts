import type { DeskActor, DeskDeps } from './deps.ts';
import { issueCode, type IssuedCode } from './issue-code.ts';

/** A code with which a contact binds a chat account or the web inbox: once, within ten minutes. Throws RefusedError CONTACT_UNKNOWN, NOT_PERMITTED. */
export const makeCode = (deps: DeskDeps, actor: DeskActor, { personId }: { personId: string }): Promise<IssuedCode> =>
  issueCode(deps, actor, personId, 'bind', 'bind');
