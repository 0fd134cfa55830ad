import { actorOf } from '../../../bot/desk/actor-of.ts';
import { COORDINATOR, PART, TASK } from './seed.ts';
import type { World } from './ways.ts';

/** A reason that is long enough for every act that wants one. */
export const WHY = '经核对职责分工不作调整';
export const at = (path: string): string => `/tasks/${TASK}/${path}`;
export const body = (rest: object = {}): object => ({ partId: PART, ...rest });
export const office = (world: World) => actorOf(world.prisma, COORDINATOR, 'cli');
