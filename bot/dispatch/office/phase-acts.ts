import { localDay, momentText } from '../../../domain/chat/local-text.ts';
import type { DeskAct } from '../../../domain/chat/desk-act.ts';
import type { DryRun } from '../../../web/api.ts';
import { advancePhase } from '../../desk/advance-phase.ts';
import { dryRun } from '../../desk/dry-run.ts';
import { undoAdvance } from '../../desk/undo-advance.ts';
import type { Decision, PlanTalk, RowContext } from '../types.ts';
import { answerMessage } from '../../../domain/chat/answer-message.ts';
import { decision } from '../types.ts';
import { askReason } from './ask-reason.ts';
import { actAtDesk, callDesk, saidNo } from './desk-call.ts';
import { deskButton, deskSays, deskWords } from './desk-message.ts';

const PHASES = {
  zh: { deployment: '部署阶段', implementation: '实施阶段', inspection: '迎检阶段' },
  en: { deployment: 'deployment', implementation: 'implementation', inspection: 'inspection' },
} as const;
const GAPS_MAX = 10;
const MIN_REASON = 5;

/** 预演, and 推进 as far as a card with what it would mean: the card's button carries the hash of what it shows. */
export async function showDossier(context: RowContext, planId: string, withButtons: boolean): Promise<Decision> {
  const asked = await callDesk(context, (desk, actor) => dryRun(desk, actor, { planId }));
  if ('refused' in asked) return saidNo(context, planId, asked.refused);
  const talk = await context.talk(planId);
  const { buttons, advanceOnly } = deskWords(talk);
  const { hash, gaps, from } = asked.done;
  // Before the start there is nothing to move on from.
  const canAdvance = withButtons && from !== null;
  return deskSays(
    context,
    planId,
    'dryRun',
    [...dossierLines(asked.done, talk), ...(withButtons || from === null ? [] : [advanceOnly])],
    canAdvance
      ? [
          deskButton(
            buttons.advance,
            {
              do: 'confirm-advance',
              planId,
              hash,
              gaps: gaps.slice(0, GAPS_MAX).map(({ text }) => text),
              reason: null,
            },
            'primary',
          ),
          deskButton(buttons.drop, { do: 'drop', awaits: null }),
        ]
      : [],
  );
}

function dossierLines({ from, to, toName, facts, gaps, unboundUnits, firstWeek, undoMinutes }: DryRun, talk: PlanTalk) {
  const words = deskWords(talk);
  const english = talk.locale === 'en';
  const phases = PHASES[talk.locale ?? 'zh'];
  const prompts = firstWeek.reduce((sum, day) => sum + day.prompts, 0);
  return [
    words.dossier(from === null ? null : phases[from], to === null ? null : (toName ?? phases[to])),
    facts.map(({ label, value }) => `${label}${english ? ': ' : ''}${value}`).join(english ? '; ' : ','),
    ...(gaps.length > 0
      ? [words.gapsTitle, ...gaps.slice(0, GAPS_MAX).map(({ text }, at) => `${at + 1}.${english ? ' ' : ''}${text}`)]
      : from === null
        ? []
        : [words.noGaps]),
    ...(unboundUnits.length > 0 ? [words.unbound(unboundUnits)] : []),
    words.firstWeek(prompts),
    ...(from === null ? [] : [words.undoable(undoMinutes)]),
  ];
}

/** 〔确认推进〕: by the hash that its card showed; with gaps the reason is asked for first. */
export async function confirmAdvance(
  context: RowContext,
  act: Extract<DeskAct, { do: 'confirm-advance' }>,
): Promise<Decision> {
  const { planId, hash, gaps, reason } = act;
  const talk = await context.talk(planId);
  const words = deskWords(talk);
  if (gaps.length > 0 && (reason ?? '').trim().length < MIN_REASON)
    return askReason(context, planId, words.reasonForAdvance(gaps), { ...act, reason: null });
  const advanced = await actAtDesk(context, (desk, actor) =>
    advancePhase(desk, actor, { planId, hash, ...(reason === null ? {} : { reason: reason.trim() }) }),
  );
  if ('refused' in advanced) {
    const { refused } = advanced;
    const again = deskButton(words.buttons.again, { do: 'show-advance', planId });
    return saidNo(context, planId, refused, refused.code === 'DOSSIER_CHANGED' ? [again] : []);
  }
  const plan = await context.deps.prisma.plan.findUniqueOrThrow({ where: { id: planId }, select: { holdUntil: true } });
  const until = plan.holdUntil?.getTime() ?? Date.parse(talk.now) + talk.policy.values.undoWindowMinutes * 60_000;
  const said = words.undoUntil(
    advanced.done.summary.replace(/,\d+分钟内可以撤回$/, ''),
    momentText(new Date(until).toISOString(), talk.zone, localDay(talk.now, talk.zone), talk.locale),
  );
  return decision('recorded', planId, {
    messages: [
      { message: answerMessage('done', [said], talk, [deskButton(words.buttons.undo, { do: 'undo', planId })]) },
    ],
  });
}

/** 撤回. */
export async function undo(context: RowContext, planId: string): Promise<Decision> {
  const undone = await actAtDesk(context, (desk, actor) => undoAdvance(desk, actor, { planId }));
  if ('refused' in undone) return saidNo(context, planId, undone.refused);
  const talk = await context.talk(planId);
  return decision('recorded', planId, {
    messages: [{ message: answerMessage('done', [deskWords(talk).told('', undone.done.summary)], talk) }],
  });
}
