import type { Policy } from '../../domain/plan/policy.ts';

/** The demo's key tasks report by the 18th, as plan.txt prints it. */
export const DEMO_KEY_MONTHLY_DAY = 18;

/** The defaults with the one day that the demo's plan prints otherwise. */
export function demoPolicy(defaults: Policy): Policy {
  const { values, reasons } = defaults;
  return {
    ...defaults,
    values: { ...values, cycles: { ...values.cycles, keyMonthlyDay: DEMO_KEY_MONTHLY_DAY } },
    reasons: {
      ...reasons,
      cycles: `${reasons.cycles}本方案载明重点任务于每月${DEMO_KEY_MONTHLY_DAY}日前报送。`,
    },
  };
}
