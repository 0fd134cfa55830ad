-- DropIndex
DROP INDEX "Prompt_clockId_status_slotAt_idx";

-- AlterTable
ALTER TABLE "Clock" ADD COLUMN     "kickedAt" TIMESTAMPTZ(3),
ADD COLUMN     "kickedLook" BIGINT,
ADD COLUMN     "kickedOffsetMs" BIGINT,
ADD COLUMN     "looks" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "RateBucket" ALTER COLUMN "nextAt" SET DATA TYPE TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "Prompt_clockId_status_slotAt_id_idx" ON "Prompt"("clockId", "status", "slotAt", "id");
