-- CreateTable
CREATE TABLE "SharedTask" (
    "taskId" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,
    "linkedBy" JSONB NOT NULL,
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SharedTask_pkey" PRIMARY KEY ("taskId")
);

-- CreateIndex
CREATE INDEX "SharedTask_groupId_idx" ON "SharedTask"("groupId");

-- AddForeignKey
ALTER TABLE "SharedTask" ADD CONSTRAINT "SharedTask_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE CASCADE ON UPDATE CASCADE;
