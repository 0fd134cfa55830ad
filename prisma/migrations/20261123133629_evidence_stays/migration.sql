-- A trigger for each row doesn't see TRUNCATE. And only what is marked as a demo may ever be removed, whatever the setting says.
CREATE OR REPLACE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('duban.remove_demo', true) = OLD."planId"
    AND NOT EXISTS (SELECT 1 FROM "Plan" WHERE "id" = OLD."planId" AND NOT "demo") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'events are append-only';
END $$;
CREATE TRIGGER "Event_never_emptied" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();
