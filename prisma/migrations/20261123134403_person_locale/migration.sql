-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "locale" TEXT NOT NULL DEFAULT 'zh';

-- The interface is worded in these.
ALTER TABLE "Person" ADD CONSTRAINT "Person_locale_check" CHECK ("locale" IN ('zh', 'en'));
