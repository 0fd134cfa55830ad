import type { Route } from '../route.ts';
import { amendmentRoutes } from './amendments.ts';
import { briefRoutes } from './briefs.ts';
import { contactRoutes } from './contacts.ts';
import { deliveryRoutes } from './deliveries.ts';
import { demoRoutes } from './demo.ts';
import { evidenceRoutes } from './evidence.ts';
import { inboxRoutes } from './inbox.ts';
import { loginRoutes } from './login.ts';
import { noticeRoutes } from './notices.ts';
import { peopleRoutes } from './people.ts';
import { planActRoutes } from './plan-acts.ts';
import { planRoutes } from './plans.ts';
import { readingRoutes } from './readings.ts';
import { requestRoutes } from './requests.ts';
import { sharedTaskRoutes } from './shared-tasks.ts';
import { subItemRoutes } from './sub-items.ts';
import { taskRoutes } from './tasks.ts';

export const ROUTES: readonly Route[] = [
  ...loginRoutes,
  ...planRoutes,
  ...planActRoutes,
  ...amendmentRoutes,
  ...readingRoutes,
  ...taskRoutes,
  ...subItemRoutes,
  ...sharedTaskRoutes,
  ...requestRoutes,
  ...noticeRoutes,
  ...deliveryRoutes,
  ...briefRoutes,
  ...contactRoutes,
  ...peopleRoutes,
  ...inboxRoutes,
  ...evidenceRoutes,
  ...demoRoutes,
];
