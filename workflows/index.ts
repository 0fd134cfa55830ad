export { phaseWorkflow } from './phase.ts';
export { planWorkflow } from './plan.ts';
export { senderWorkflow } from './sender.ts';
export { taskWorkflow } from './task.ts';
