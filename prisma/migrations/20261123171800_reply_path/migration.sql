-- A row lets go of the prompts that it held when it is done: they are found by the row, not by reading all of them.
CREATE INDEX "Prompt_heldBy_idx" ON "Prompt"("heldBy") WHERE "heldBy" IS NOT NULL;

-- An answer looks for the questions about its part that it closes.
CREATE INDEX "Action_part_idx" ON "Action"(("act"->>'entityId'), ("act"->>'partId'));

-- Who is at work on what means nothing once the server has crashed: no such write has to wait for the disk.
ALTER TABLE "InboxLease" SET UNLOGGED;
