-- CreateIndex
CREATE INDEX "Prompt_planId_status_idx" ON "Prompt"("planId", "status");

-- CreateIndex
CREATE INDEX "Delivery_planId_planAt_idx" ON "Delivery"("planId", "planAt");

-- CreateIndex
CREATE INDEX "Inbox_clockId_status_idx" ON "Inbox"("clockId", "status");

-- CreateIndex
CREATE INDEX "Proposal_planId_status_idx" ON "Proposal"("planId", "status");
