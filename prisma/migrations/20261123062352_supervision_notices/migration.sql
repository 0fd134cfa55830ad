-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "reason" TEXT,
    "draftedBy" JSONB NOT NULL,
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledBy" JSONB,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notice_planId_status_idx" ON "Notice"("planId", "status");

-- CreateIndex
CREATE INDEX "Notice_entityId_idx" ON "Notice"("entityId");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_planId_key_key" ON "Notice"("planId", "key");

-- A rung for a supervisor waits for the office's word before it is queued.
ALTER TABLE "Prompt" DROP CONSTRAINT "Prompt_status_check";
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_status_check" CHECK ("status" IN ('held', 'queued', 'sending', 'sent', 'merged', 'superseded', 'withdrawn', 'skipped', 'undeliverable'));

ALTER TABLE "Notice" ADD CONSTRAINT "Notice_kind_check" CHECK ("kind" IN ('blue', 'yellow', 'red', 'circular'));
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_status_check" CHECK ("status" IN ('draft', 'released', 'dropped'));
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_settled_check" CHECK (("status" = 'draft') = ("settledAt" IS NULL));
