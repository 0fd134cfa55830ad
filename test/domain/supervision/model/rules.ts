import type { SupervisedState } from '../../../../domain/supervision/types.ts';

/** What the rules of policy.md say of one part, in the fewest words that tell an act allowed from one refused. */
export interface PartRules {
  accepted: boolean;
  claim: 'none' | 'unsigned' | 'signed';
  /** A request for an extension that is open, and whether its supervisor has signed it. */
  extension: 'none' | 'unsigned' | 'signed';
  extensionsGranted: number;
  progress: number | null;
}

/** The model that the state is compared with. */
export interface Rules {
  parts: Record<string, PartRules>;
  paused: boolean;
  cancelled: boolean;
}

export const newRules = (partIds: readonly string[]): Rules => ({
  parts: Object.fromEntries(
    partIds.map((id) => [
      id,
      { accepted: false, claim: 'none', extension: 'none', extensionsGranted: 0, progress: null },
    ]),
  ),
  paused: false,
  cancelled: false,
});

export const isOver = ({ parts, cancelled }: Rules): boolean =>
  cancelled || Object.values(parts).every(({ accepted }) => accepted);

/** The state in the model's terms. */
export const rulesOf = (state: SupervisedState): Rules => ({
  parts: Object.fromEntries(
    state.parts.map(({ id, completion, request, extensions, progress }) => [
      id,
      {
        accepted: completion === 'accepted',
        claim: completion !== 'claimed' ? 'none' : request?.signOff === 'waiting' ? 'unsigned' : 'signed',
        extension: !request?.extension ? 'none' : request.signOff === 'waiting' ? 'unsigned' : 'signed',
        extensionsGranted: extensions ?? 0,
        progress,
      },
    ]),
  ),
  paused: state.paused !== undefined,
  cancelled: state.status === 'cancelled',
});
