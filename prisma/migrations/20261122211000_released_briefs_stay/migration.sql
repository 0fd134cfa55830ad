-- What the leading group was given stays as it was given; a correction is the next brief.
CREATE FUNCTION refuse_released_brief_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'brief % of plan % is released and cannot be changed', OLD."no", OLD."planId";
END $$;

CREATE TRIGGER "Brief_released_stays" BEFORE UPDATE ON "Brief"
  FOR EACH ROW WHEN (OLD."status" = 'released') EXECUTE FUNCTION refuse_released_brief_change();
