-- The times by which a schedule last went: with other ones its next slot is another.
alter table schedules add column times text not null default '';
