import type { Fault, FaultScope, Params } from './types.ts';
import { integer } from './read-params.ts';

export interface Faults {
  add(fault: Fault, scope?: FaultScope): void;
  /** The fault that this call meets, which it uses up; null: none. */
  take(method: string, params: Params): Fault | null;
  mend(): void;
}

export function createFaults(): Faults {
  let planned: { fault: Fault; scope: FaultScope; left: number; passing: number }[] = [];
  return {
    add: (fault, scope = {}) => void planned.push({ fault, scope, left: scope.times ?? 1, passing: scope.after ?? 0 }),
    take(method, params) {
      const met = planned.find(
        ({ scope }) =>
          (scope.method === undefined || scope.method === method) &&
          (scope.chat === undefined || scope.chat === integer(params['chat_id'])),
      );
      if (!met || met.passing-- > 0) return null;
      met.left -= 1;
      if (met.left <= 0) planned = planned.filter((one) => one !== met);
      return met.fault;
    },
    mend: () => void (planned = []),
  };
}

/** Faults that come after the message was taken. */
export const afterAccept = ({ kind }: Fault): boolean => kind.endsWith('after-accept');
