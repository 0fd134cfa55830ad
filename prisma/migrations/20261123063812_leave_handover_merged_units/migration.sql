-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "mergedInto" TEXT;

-- CreateTable
CREATE TABLE "Leave" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "standInId" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "by" JSONB NOT NULL,
    "via" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "fromPerson" TEXT NOT NULL,
    "toPerson" TEXT,
    "rank" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" JSONB NOT NULL,
    "via" TEXT NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Leave_personId_until_idx" ON "Leave"("personId", "until");

-- CreateIndex
CREATE INDEX "Leave_standInId_until_idx" ON "Leave"("standInId", "until");

-- CreateIndex
CREATE INDEX "Handover_planId_doneAt_idx" ON "Handover"("planId", "doneAt");

-- CreateIndex
CREATE INDEX "Handover_fromPerson_idx" ON "Handover"("fromPerson");
