import { decisions } from '../../bot/desk/views/decisions.ts';
import { partLight } from '../../domain/supervision/part-light.ts';
import { liaisonsOf } from '../../prisma/bound-units.ts';
import { parseStoredMessage } from '../../prisma/queries/insert-delivery.ts';
import { SEED_CALENDAR } from '../../seeds/calendar/calendar.ts';
import type { Act } from './act.ts';
import { partNames } from './part-name.ts';
import type { Stage } from './stage.ts';

const look = (label: string, see: (stage: Stage) => Promise<string[]>): Act => ({
  label,
  begin: async (stage) => async () => ({ ok: true, said: await see(stage) }),
});

/** The lights of all parts, each with its sentence: `科技(四) green 按序时推进。` */
export const lights: Act = look('lights', async (stage) => {
  const now = (await stage.world.h.clock.now(stage.clockId)).toISOString();
  const names = await partNames(stage);
  return names.states.flatMap((state) =>
    state.parts.map((part) => {
      const { light, zh } = partLight(state, part, { calendar: SEED_CALENDAR, policy: stage.policy, now });
      return `${names.of(state.entityId, part.id)} ${light} ${zh}`;
    }),
  );
});

/** The newest message that a person got, line by line, its buttons last: `〔签收〕〔职责有异议〕`. */
export const newest = (name: string): Act =>
  look(`the newest message to ${name}`, async ({ world, cast, planIds }) => {
    const row = await world.h.prisma.delivery.findFirst({
      where: { planId: { in: planIds }, personId: cast.named(name).personId, status: { in: ['sent', 'ambiguous'] } },
      orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
    });
    if (!row) return ['(无)'];
    const { heading, lines, buttons } = parseStoredMessage(row.message);
    const labels = buttons.map(({ label }) => `〔${label}〕`).join('');
    return [heading, ...lines, ...(labels === '' ? [] : [labels])];
  });

/** What a person's newest card says since it was closed. */
export const closing = (name: string): Act =>
  look(`how the newest card of ${name} was closed`, async ({ world, cast, planIds }) => {
    const row = await world.h.prisma.delivery.findFirst({
      where: { planId: { in: planIds }, personId: cast.named(name).personId, klass: 'digest' },
      orderBy: [{ planAt: 'desc' }, { createdAt: 'desc' }],
    });
    return [row?.closedWith ?? '(未关闭)'];
  });

/** When each digest went to a person, with its heading: `11-23 09:15 【任务签收】`. */
export const digests = (name: string): Act =>
  look(`digests to ${name}`, async ({ world, cast, planIds, time }) => {
    const rows = await world.h.prisma.delivery.findMany({
      where: {
        planId: { in: planIds },
        personId: cast.named(name).personId,
        klass: 'digest',
        status: { in: ['sent', 'ambiguous'] },
      },
      orderBy: { planAt: 'asc' },
    });
    if (rows.length === 0) return ['(无)'];
    return rows.map(({ planAt, message }) => `${time.text(planAt)} ${parseStoredMessage(message).heading}`);
  });

const waiting = async (stage: Stage) => {
  const { prisma } = stage.world.h;
  const names = await partNames(stage);
  const list = decisions({
    items: await prisma.officeItem.findMany({ where: { planId: stage.planId, status: 'open' } }),
    states: names.states,
    units: await prisma.unit.findMany({ where: { planId: stage.planId } }),
    liaisons: await liaisonsOf(prisma, stage.planId),
  });
  return { list, names };
};

/** What waits for somebody in the office, as its page shows it, oldest first: `office-call 科技(四)`. */
export const officeList: Act = look('the office’s list', async (stage) => {
  const { list, names } = await waiting(stage);
  if (list.length === 0) return ['(无)'];
  return list.map(({ kind, taskId, partId, unitId }) => {
    const entityId = `task/${taskId}`;
    const short = stage.cast.short.get(unitId ?? '') ?? '';
    const about = taskId === null ? short : partId ? names.of(entityId, partId) : names.task(entityId);
    return about === '' ? kind : `${kind} ${about}`;
  });
});

/** The same in the words in which it is shown to whoever decides. */
export const decisionTexts: Act = look('what is to be decided', async (stage) =>
  (await waiting(stage)).list.map(({ label, text }) => `${label} ${text}`),
);
