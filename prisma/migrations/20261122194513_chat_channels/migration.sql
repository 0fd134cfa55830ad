-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "failReason" TEXT,
ADD COLUMN     "failedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "resends" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ChannelOutage" (
    "channel" TEXT NOT NULL,
    "team" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChannelOutage_pkey" PRIMARY KEY ("channel","team")
);

-- CreateTable
CREATE TABLE "Brief" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "since" TIMESTAMPTZ(3),
    "cutoff" TIMESTAMPTZ(3) NOT NULL,
    "derived" JSONB NOT NULL,
    "body" JSONB NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedBy" TEXT,
    "releasedBy" TEXT,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Brief_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Brief_planId_no_key" ON "Brief"("planId", "no");

ALTER TABLE "Delivery" DROP CONSTRAINT "Delivery_status_check";
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_status_check" CHECK ("status" IN ('queued', 'sending', 'sent', 'failed', 'ambiguous'));
ALTER TABLE "Brief" ADD CONSTRAINT "Brief_status_check" CHECK ("status" IN ('draft', 'released'));
ALTER TABLE "ChannelOutage" ADD CONSTRAINT "ChannelOutage_channel_check" CHECK ("channel" IN ('slack', 'telegram'));
