// Stands in for worker.ts where a test is about starting and stopping alone.
import { whenParentEnds } from '../../../setup/parent-watch.ts';

const timer = setInterval(() => undefined, 1_000);
const end = () => clearInterval(timer);
process.once('SIGTERM', end);
whenParentEnds(end);
