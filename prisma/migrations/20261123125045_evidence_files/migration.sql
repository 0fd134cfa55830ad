-- CreateTable
CREATE TABLE "Evidence" (
    "id" TEXT NOT NULL,
    "inboxId" TEXT NOT NULL,
    "ref" JSONB NOT NULL,
    "refId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT,
    "size" INTEGER,
    "sha256" TEXT,
    "planId" TEXT,
    "entityId" TEXT,
    "partId" TEXT,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "reason" JSONB,
    "askedWith" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "storedAt" TIMESTAMPTZ(3),
    "filedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Evidence_status_nextTryAt_idx" ON "Evidence"("status", "nextTryAt");

-- CreateIndex
CREATE INDEX "Evidence_entityId_planAt_idx" ON "Evidence"("entityId", "planAt");

-- CreateIndex
CREATE INDEX "Evidence_personId_createdAt_idx" ON "Evidence"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "Evidence_planId_status_idx" ON "Evidence"("planId", "status");

-- CreateIndex
CREATE INDEX "Evidence_sha256_idx" ON "Evidence"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_inboxId_refId_key" ON "Evidence"("inboxId", "refId");

-- CreateIndex
CREATE INDEX "Upload_personId_createdAt_idx" ON "Upload"("personId", "createdAt");

-- What was fetched has a hash and a size; what is filed belongs to a part; a refusal says why.
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_status_check" CHECK ("status" IN ('waiting', 'stored', 'refused', 'unassigned'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_stored_check" CHECK ("status" NOT IN ('stored', 'unassigned') OR ("sha256" IS NOT NULL AND "size" IS NOT NULL AND "mime" IS NOT NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_filed_check" CHECK ("filedAt" IS NULL OR ("entityId" IS NOT NULL AND "partId" IS NOT NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_refused_check" CHECK (("status" = 'refused') = ("reason" IS NOT NULL));
