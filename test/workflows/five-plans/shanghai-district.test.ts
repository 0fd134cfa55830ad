import { describe } from 'vitest';
import { describePlan } from './describe-plan.ts';

describe('shanghai-district from 22 November 2026 to the end of its inspection', () =>
  describePlan('shanghai-district', { slack: 'socket', telegram: 'webhook' }));
