-- Why a server that is left alone was left alone: what its last call ended with.
alter table model_servers add column opened_because text;
-- The notes of a day that a model was to read, for the digest.
create index events_of_readings on events (at) where kind = 'note.read';
