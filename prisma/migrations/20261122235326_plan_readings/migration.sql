-- CreateTable
CREATE TABLE "PlanReading" (
    "id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "reading" JSONB NOT NULL,
    "edits" JSONB NOT NULL DEFAULT '[]',
    "answers" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'review',
    "planId" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledBy" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlanReading_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PlanReading_sha256_key" ON "PlanReading"("sha256");

-- CreateIndex
CREATE INDEX "PlanReading_status_createdAt_idx" ON "PlanReading"("status", "createdAt");

-- CreateIndex
CREATE INDEX "PlanReading_planId_idx" ON "PlanReading"("planId");

-- AddForeignKey
ALTER TABLE "PlanReading" ADD CONSTRAINT "PlanReading_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "PlanReading" ADD CONSTRAINT "PlanReading_status_check" CHECK ("status" IN ('review', 'imported', 'discarded'));
ALTER TABLE "PlanReading" ADD CONSTRAINT "PlanReading_format_check" CHECK ("format" IN ('txt', 'docx', 'doc', 'pdf', 'html', 'pasted', 'xlsx', 'csv'));
