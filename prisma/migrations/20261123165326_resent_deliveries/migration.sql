-- AlterTable
ALTER TABLE "Prompt" ADD COLUMN     "notBy" TEXT;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "notBy" TEXT,
ADD COLUMN     "promptIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
