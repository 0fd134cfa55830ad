import { describe } from 'vitest';
import { describePlan } from './describe-plan.ts';

describe('national-2018 from 22 November 2026 to the end of its inspection', () =>
  describePlan('national-2018', { slack: 'socket', telegram: 'polling' }));
