-- What the platform calls a conversation of the desk; null where it never said.
alter table desk_conversations add column name text check (name <> '');
