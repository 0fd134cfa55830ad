import { describe } from 'vitest';
import { describePlan } from './describe-plan.ts';

describe('huangshi from 22 November 2026 to the end of its inspection', () =>
  describePlan('huangshi', { slack: 'socket', telegram: 'polling', wiredUntil: '2027-01-03' }));
