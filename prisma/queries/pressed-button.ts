import { z } from 'zod';
import { Prisma, type Db } from '../client.ts';

export const Pressed = z.object({
  id: z.string(),
  deliveryId: z.string(),
  personId: z.string(),
  /** ButtonAct. */
  act: z.unknown(),
  isUsed: z.boolean(),
  delivery: z.object({
    planId: z.string(),
    klass: z.string(),
    isClosed: z.boolean(),
    closedWith: z.string().nullable(),
    /** In which it stands; null: in none. */
    thread: z.record(z.string(), z.string()).nullable(),
  }),
});

/** A button, with what is to be known of its card. */
export type PressedButton = z.infer<typeof Pressed>;

/** The same of "Action" a and its "Delivery" d. */
export const pressedJson = Prisma.sql`jsonb_build_object(
  'id', a."id", 'deliveryId', a."deliveryId", 'personId', a."personId", 'act', a."act", 'isUsed', a."usedAt" IS NOT NULL,
  'delivery', jsonb_build_object('planId', d."planId", 'klass', d."klass", 'isClosed', d."closedAt" IS NOT NULL,
    'closedWith', d."closedWith", 'thread', d."message"->'thread'))`;

/** By its opaque id; null: there is none. */
export async function pressedButton(db: Db, buttonId: string): Promise<PressedButton | null> {
  const [row] = z.array(z.object({ pressed: Pressed })).parse(
    await db.$queryRaw`
      SELECT ${pressedJson} AS "pressed" FROM "Action" a JOIN "Delivery" d ON d."id" = a."deliveryId"
      WHERE a."id" = ${buttonId}`,
  );
  return row?.pressed ?? null;
}
