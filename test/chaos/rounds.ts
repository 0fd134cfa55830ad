import { setTimeout as pause } from 'node:timers/promises';
import { answersForAll, dedupeKeyOf, give, type Answer } from './answers.ts';
import { judge, type Evidence, type Finding } from './judge.ts';
import { temporalWorkflows } from './judge/temporal-workflows.ts';
import type { Kill } from './kills.ts';
import { moveTo, nextNode } from './plan-time.ts';
import { patiently } from './patiently.ts';
import { CLOCK, PLAN } from './plan-facts.ts';
import { untilQuiet } from './quiet.ts';
import type { World } from './world.ts';

/** All that was said and killed in one world, for the judge. */
export interface Run {
  answers: Answer[];
  kills: Kill[];
  rungs: number;
  /** Rounds that did not come to rest, with what was left. */
  restless: string[];
}

export const newRun = (): Run => ({ answers: [], kills: [], rungs: 0, restless: [] });

export interface Round {
  rungs: number;
  answers: Answer[];
  sentBefore: number;
}

/**
 * Moves on to the next instant at which rungs are due, gives one answer for every part at the same time, and
 * disturbs what then goes on. Resolves once everything has come to rest.
 */
export async function playRound(world: World, run: Run, disturb: (round: Round) => Promise<void>): Promise<Round> {
  const node = await nextNode(world);
  if (!node) throw new Error('the plan has no instant left at which anything is due');
  const answers = await answersForAll(world, `第${run.answers.length}号以后的办理情况`);
  const sentBefore = world.ledger.accepted.length;
  const round: Round = { rungs: await moveTo(world, node), answers, sentBefore };
  run.rungs += round.rungs;
  run.answers.push(...answers);
  const giving = give(world, answers);
  await disturb(round);
  await giving;
  await rest(world, run);
  return round;
}

export async function rest(world: World, run: Run): Promise<void> {
  const left = await untilQuiet(world);
  if (left !== null) run.restless.push(left);
}

/** Resolves once so many messages of this round were taken and so many answers acknowledged, or the bound is over. */
export async function inTheMiddle(
  world: World,
  round: Round,
  messages: number,
  acknowledged: number,
  withinMs = 60_000,
): Promise<void> {
  const until = Date.now() + withinMs;
  const yes = (): number => round.answers.filter((answer) => answer.acknowledged).length;
  while (Date.now() < until && (world.ledger.accepted.length - round.sentBefore < messages || yes() < acknowledged))
    await pause(5);
}

/** What the providers took, and what was said to them. */
export type Said = Pick<Evidence, 'channels' | 'ledger' | 'ambiguous' | 'answers'>;

const saidToLedger = ({ ledger }: World, run: Run): Said => ({
  channels: ['slack'],
  ledger: ledger.accepted,
  ambiguous: run.kills.flatMap(({ sending }) => sending),
  answers: run.answers.map((answer) => ({ ...answer, dedupeKey: dedupeKeyOf(answer) })),
});

/** Judges the world as it is now; what did not come to rest and what ended unasked are findings too. */
export async function judgeRun(world: World, run: Run, said = saidToLedger(world, run)): Promise<Finding[]> {
  const { prisma, client, clock } = world;
  const findings = await patiently(async () =>
    judge({
      prisma,
      planId: PLAN,
      clockId: CLOCK,
      now: await clock.now(CLOCK),
      ...said,
      workflows: temporalWorkflows(client),
    }),
  );
  const crashes = [world.worker, world.bot, world.temporal, world.postgres].flatMap(({ name, crashes: ends }) =>
    ends.map((end): Finding => ({ law: 'S', what: `ended by itself: ${end}`, where: name })),
  );
  const unsaid = said.answers
    .filter(({ acknowledged }) => !acknowledged)
    .map(({ dedupeKey }): Finding => ({ law: 'R', what: 'was never acknowledged', where: dedupeKey }));
  return [
    ...run.restless.map((left): Finding => ({ law: 'P', what: 'does not come to rest', where: left })),
    ...crashes,
    ...unsaid,
    ...findings,
  ];
}
