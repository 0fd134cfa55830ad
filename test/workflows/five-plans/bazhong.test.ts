import { describe } from 'vitest';
import { describePlan } from './describe-plan.ts';

describe('bazhong from 22 November 2026 to the end of its inspection', () =>
  describePlan('bazhong', { slack: 'http', telegram: 'polling' }));
