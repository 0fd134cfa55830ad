import fc from 'fast-check';
import {
  corrects,
  decidesEscalation,
  entersNextPhase,
  nudges,
  reassigns,
  reportsNoChange,
  takesBack,
  undoesDecision,
} from './other-steps.ts';
import {
  accepts,
  asksExtension,
  claims,
  decides,
  pauses,
  reports,
  reschedules,
  restarts,
  resumes,
  returns,
  signs,
  signsOff,
  waits,
} from './predicted-steps.ts';
import { inARow, type Step } from './step.ts';
import { amends, answersOnBehalf, confirmsLater, continuesWithPending, crashes, handsOver } from './trouble-steps.ts';

const part = fc.constantFrom('p1', 'p2');
const place = fc.nat(5);
const progress = fc.integer({ min: 0, max: 100 });

export const steps: fc.Arbitrary<Step>[] = [
  part.map(signs),
  fc.tuple(part, fc.option(fc.integer({ min: 0, max: 100 }))).map(([id, progress]) => reports(id, progress)),
  fc.tuple(part, fc.constantFrom('waiting' as const, 'not-needed' as const)).map(([id, needed]) => claims(id, needed)),
  fc.tuple(part, fc.integer({ min: -2, max: 90 })).map(([id, days]) => asksExtension(id, days)),
  fc
    .tuple(part, fc.integer({ min: 1, max: 60 }), fc.boolean())
    .map(([id, days, grant]) => inARow(asksExtension(id, days), signsOff(id, true), decides(id, grant))),
  part.map((id) => inARow(claims(id, 'waiting'), signsOff(id, true), returns(id))),
  fc.tuple(part, fc.boolean()).map(([id, agree]) => signsOff(id, agree)),
  fc.tuple(part, fc.boolean()).map(([id, grant]) => decides(id, grant)),
  part.map(accepts),
  part.map(returns),
  fc.integer({ min: 1, max: 60 }).map(pauses),
  fc.constant(resumes),
  fc.integer({ min: 1, max: 40 }).map(waits),
  fc.integer({ min: 1, max: 40 }).map(waits),
  fc.constant(restarts),
  fc.constant(reschedules),
  place.map(takesBack),
  fc.tuple(place, fc.integer({ min: 0, max: 100 })).map(([at, progress]) => corrects(at, progress)),
  place.map(reportsNoChange),
  place.map(reassigns),
  place.map(undoesDecision),
  place.map(nudges),
  fc.boolean().map(decidesEscalation),
  fc.constant(entersNextPhase),
  fc.tuple(place, fc.integer({ min: 1, max: 2 }), progress).map(([at, days, to]) => confirmsLater(at, days, to)),
  place.map(handsOver),
  fc.tuple(place, progress).map(([at, to]) => answersOnBehalf(at, to)),
  fc.nat(7).map(amends),
  fc.tuple(place, progress).map(([at, to]) => continuesWithPending(at, to)),
  fc.tuple(place, fc.integer({ min: 1, max: 20 }), progress).map(([at, days, to]) => crashes(at, days, to)),
];
