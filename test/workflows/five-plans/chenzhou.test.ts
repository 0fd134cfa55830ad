import { describe } from 'vitest';
import { describePlan } from './describe-plan.ts';

describe('chenzhou from 22 November 2026 to the end of its inspection', () =>
  describePlan('chenzhou', { slack: 'http', telegram: 'webhook', wiredUntil: '2027-01-31' }));
