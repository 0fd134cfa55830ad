-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "cardsClosedAt" TIMESTAMPTZ(3);
