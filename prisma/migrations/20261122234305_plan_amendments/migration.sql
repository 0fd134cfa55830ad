-- CreateTable
CREATE TABLE "Amendment" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "source" TEXT,
    "base" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "baseDates" JSONB NOT NULL,
    "match" JSONB NOT NULL,
    "pins" JSONB NOT NULL,
    "taskIds" TEXT[],
    "createdBy" JSONB NOT NULL,
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AmendmentChange" (
    "amendmentId" TEXT NOT NULL,
    "changeId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "taskId" TEXT,
    "decidedBy" JSONB,
    "decidedVia" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "effects" JSONB,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AmendmentChange_pkey" PRIMARY KEY ("amendmentId","changeId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_planId_no_key" ON "Amendment"("planId", "no");

-- CreateIndex
CREATE INDEX "AmendmentChange_status_appliedAt_idx" ON "AmendmentChange"("status", "appliedAt");

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AmendmentChange" ADD CONSTRAINT "AmendmentChange_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma does not know
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_status_check" CHECK ("status" IN ('open', 'replaced'));
ALTER TABLE "AmendmentChange" ADD CONSTRAINT "AmendmentChange_status_check" CHECK ("status" IN ('open', 'accepted', 'declined'));
ALTER TABLE "AmendmentChange" ADD CONSTRAINT "AmendmentChange_decided_check" CHECK (("status" = 'open') = ("decidedAt" IS NULL));
ALTER TABLE "AmendmentChange" ADD CONSTRAINT "AmendmentChange_applied_check" CHECK ("appliedAt" IS NULL OR "status" = 'accepted');
