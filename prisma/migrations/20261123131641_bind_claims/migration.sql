-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3),
ADD COLUMN     "name" TEXT;

-- CreateTable
CREATE TABLE "BindClaim" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "team" TEXT NOT NULL DEFAULT '',
    "externalId" TEXT NOT NULL,
    "accountName" TEXT,
    "inboxId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "BindClaim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BindClaim_inboxId_key" ON "BindClaim"("inboxId");

-- CreateIndex
CREATE INDEX "BindClaim_channel_team_externalId_idx" ON "BindClaim"("channel", "team", "externalId");

-- CreateIndex
CREATE INDEX "BindClaim_personId_idx" ON "BindClaim"("personId");

-- AddForeignKey
ALTER TABLE "BindClaim" ADD CONSTRAINT "BindClaim_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A claim ends in one of two ways, and only a settled one has an end.
ALTER TABLE "BindClaim" ADD CONSTRAINT "BindClaim_outcome_check" CHECK (("settledAt" IS NULL) = ("outcome" IS NULL) AND ("outcome" IS NULL OR "outcome" IN ('bound', 'denied')));
