-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Clock" (
    "id" TEXT NOT NULL,
    "offsetMs" BIGINT NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "published" BOOLEAN NOT NULL,
    "rest" JSONB NOT NULL,
    "work" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("version","year")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL,
    "clockId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "ordinal" SERIAL NOT NULL,
    "facts" JSONB NOT NULL,
    "dates" JSONB,
    "policy" JSONB NOT NULL,
    "policyVersion" INTEGER NOT NULL DEFAULT 1,
    "holdUntil" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "aliases" TEXT[],
    "kind" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "members" TEXT[],
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "no" TEXT,
    "section" TEXT,
    "title" TEXT NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "rank" TEXT NOT NULL,
    "taskIds" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "planId" TEXT,
    "role" TEXT NOT NULL,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "team" TEXT NOT NULL DEFAULT '',
    "externalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "boundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "createdBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OneTimeCode_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "CodeFailure" (
    "id" BIGSERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodeFailure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "actingAs" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "entityId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("entityId")
);

-- CreateTable
CREATE TABLE "Event" (
    "entityId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "planId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "via" TEXT NOT NULL,
    "inboxItemId" TEXT,
    "receivedAt" TIMESTAMPTZ(3),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "schemaVersion" INTEGER NOT NULL,
    "calendarVersion" INTEGER NOT NULL,
    "ruleVersion" INTEGER NOT NULL,
    "generation" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "stateAfter" JSONB,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("entityId","seq")
);

-- CreateTable
CREATE TABLE "DailyRoot" (
    "day" TEXT NOT NULL,
    "root" TEXT NOT NULL,
    "chains" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DailyRoot_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Prompt" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "clockId" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "cycle" TEXT NOT NULL,
    "deadlineSeq" INTEGER NOT NULL,
    "rung" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "slotAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "deliveryId" TEXT,
    "line" JSONB NOT NULL,
    "heldUntil" TIMESTAMPTZ(3),
    "heldBy" TEXT,
    "notBefore" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "leaseToken" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "clockId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "klass" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "providerRef" JSONB,
    "error" TEXT,
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedWith" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "act" JSONB NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "id" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "clockId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "team" TEXT NOT NULL DEFAULT '',
    "externalId" TEXT NOT NULL,
    "personId" TEXT,
    "kind" TEXT NOT NULL,
    "text" TEXT,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "outcome" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxLease" (
    "key" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboxLease_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "InboxItem" (
    "id" TEXT NOT NULL,
    "inboxId" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "partId" TEXT NOT NULL,
    "reading" JSONB NOT NULL,
    "outcome" TEXT,
    "code" TEXT,
    "result" JSONB,
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboxItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "inboxId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "deliveryId" TEXT,
    "items" JSONB NOT NULL,
    "words" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "askAgainAt" TIMESTAMPTZ(3) NOT NULL,
    "askedAgain" BOOLEAN NOT NULL DEFAULT false,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeItem" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entityId" TEXT,
    "partId" TEXT,
    "unitId" TEXT,
    "body" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "planAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,

    CONSTRAINT "OfficeItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateBucket" (
    "key" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateBucket_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ScriptedAnswer" (
    "id" TEXT NOT NULL,
    "clockId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "deliveryId" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',

    CONSTRAINT "ScriptedAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "Plan_clockId_idx" ON "Plan"("clockId");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_planId_name_key" ON "Unit"("planId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Task_planId_ordinal_key" ON "Task"("planId", "ordinal");

-- CreateIndex
CREATE INDEX "Membership_unitId_rank_idx" ON "Membership"("unitId", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_personId_unitId_rank_key" ON "Membership"("personId", "unitId", "rank");

-- CreateIndex
CREATE INDEX "Grant_personId_idx" ON "Grant"("personId");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_channel_team_externalId_key" ON "Account"("channel", "team", "externalId");

-- CreateIndex
CREATE INDEX "CodeFailure_source_at_idx" ON "CodeFailure"("source", "at");

-- CreateIndex
CREATE INDEX "Checkpoint_planId_kind_idx" ON "Checkpoint"("planId", "kind");

-- CreateIndex
CREATE INDEX "Checkpoint_nextAt_idx" ON "Checkpoint"("nextAt");

-- CreateIndex
CREATE INDEX "Event_planId_planAt_idx" ON "Event"("planId", "planAt");

-- CreateIndex
CREATE UNIQUE INDEX "Event_entityId_inboxItemId_key" ON "Event"("entityId", "inboxItemId");

-- CreateIndex
CREATE INDEX "Prompt_clockId_status_slotAt_idx" ON "Prompt"("clockId", "status", "slotAt");

-- CreateIndex
CREATE INDEX "Prompt_unitId_status_idx" ON "Prompt"("unitId", "status");

-- CreateIndex
CREATE INDEX "Prompt_deliveryId_idx" ON "Prompt"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "Prompt_entityId_partId_duty_cycle_deadlineSeq_rung_key" ON "Prompt"("entityId", "partId", "duty", "cycle", "deadlineSeq", "rung");

-- CreateIndex
CREATE INDEX "Delivery_personId_planAt_idx" ON "Delivery"("personId", "planAt");

-- CreateIndex
CREATE INDEX "Delivery_clockId_status_idx" ON "Delivery"("clockId", "status");

-- CreateIndex
CREATE INDEX "Action_deliveryId_idx" ON "Action"("deliveryId");

-- CreateIndex
CREATE UNIQUE INDEX "Inbox_dedupeKey_key" ON "Inbox"("dedupeKey");

-- CreateIndex
CREATE INDEX "Inbox_status_receivedAt_idx" ON "Inbox"("status", "receivedAt");

-- CreateIndex
CREATE INDEX "Inbox_personId_receivedAt_idx" ON "Inbox"("personId", "receivedAt");

-- CreateIndex
CREATE INDEX "InboxItem_inboxId_idx" ON "InboxItem"("inboxId");

-- CreateIndex
CREATE INDEX "InboxItem_entityId_idx" ON "InboxItem"("entityId");

-- CreateIndex
CREATE UNIQUE INDEX "Proposal_inboxId_key" ON "Proposal"("inboxId");

-- CreateIndex
CREATE INDEX "Proposal_personId_status_idx" ON "Proposal"("personId", "status");

-- CreateIndex
CREATE INDEX "Proposal_status_askAgainAt_idx" ON "Proposal"("status", "askAgainAt");

-- CreateIndex
CREATE INDEX "OfficeItem_planId_status_idx" ON "OfficeItem"("planId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "OfficeItem_planId_key_key" ON "OfficeItem"("planId", "key");

-- CreateIndex
CREATE INDEX "ScriptedAnswer_clockId_status_dueAt_idx" ON "ScriptedAnswer"("clockId", "status", "dueAt");

-- AddForeignKey
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_clockId_fkey" FOREIGN KEY ("clockId") REFERENCES "Clock"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_inboxId_fkey" FOREIGN KEY ("inboxId") REFERENCES "Inbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- States are text; a state outside its list is a defect, and is refused here.
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_status_check" CHECK ("status" IN ('draft', 'ready', 'running', 'archived', 'closed'));
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_kind_check" CHECK ("kind" IN ('department', 'group', 'county'));
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_relation_check" CHECK ("relation" IN ('subordinate', 'independent', 'institution'));
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_rank_check" CHECK ("rank" IN ('liaison', 'section-head', 'supervisor'));
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_role_check" CHECK ("role" IN ('operator', 'coordinator', 'leader', 'supervisor', 'liaison', 'reader'));
ALTER TABLE "Account" ADD CONSTRAINT "Account_channel_check" CHECK ("channel" IN ('web', 'scripted', 'slack', 'telegram'));
ALTER TABLE "OneTimeCode" ADD CONSTRAINT "OneTimeCode_purpose_check" CHECK ("purpose" IN ('bind', 'login'));
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_kind_check" CHECK ("kind" IN ('plan', 'phase', 'task'));
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_status_check" CHECK ("status" IN ('waiting', 'open', 'running', 'closed', 'cancelled'));
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_status_check" CHECK ("status" IN ('queued', 'sending', 'sent', 'merged', 'superseded', 'withdrawn', 'skipped', 'undeliverable'));
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_duty_check" CHECK ("duty" IN ('receipt', 'report', 'completion'));
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_audience_check" CHECK ("audience" IN ('liaison', 'section-head', 'supervisor', 'office'));
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_class_check" CHECK ("klass" IN ('digest', 'answer', 'notice'));
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_status_check" CHECK ("status" IN ('sending', 'sent', 'failed', 'ambiguous'));
ALTER TABLE "Inbox" ADD CONSTRAINT "Inbox_kind_check" CHECK ("kind" IN ('text', 'button', 'form', 'command', 'code'));
ALTER TABLE "Inbox" ADD CONSTRAINT "Inbox_status_check" CHECK ("status" IN ('open', 'done'));
ALTER TABLE "InboxItem" ADD CONSTRAINT "InboxItem_outcome_check" CHECK ("outcome" IN ('recorded', 'refused', 'older'));
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_status_check" CHECK ("status" IN ('open', 'confirmed', 'kept', 'replaced', 'office'));
ALTER TABLE "OfficeItem" ADD CONSTRAINT "OfficeItem_status_check" CHECK ("status" IN ('open', 'done'));
ALTER TABLE "ScriptedAnswer" ADD CONSTRAINT "ScriptedAnswer_status_check" CHECK ("status" IN ('planned', 'given'));

-- Evidence is only ever added to. Removing a demo sets duban.remove_demo in its own transaction.
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('duban.remove_demo', true) = OLD."planId" THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'events are append-only';
END $$;
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
