-- Digests of addresses and numbers are made under a key of this installation from now on: without it nobody can try all numbers. What was
-- kept without one was good for suggestions only, and is forgotten; a customer list brings its own again.
delete from contacts;
alter table contacts
  -- when it was heard last: by this it is forgotten one day
  add column last_at timestamptz not null,
  -- a list says so, not only they
  add column listed boolean not null;
create index contacts_by_last on contacts (last_at);

-- Random keys of this installation, each made when it is first needed; apart from what they guard, and never said to anybody.
create table secrets (
  name text primary key check (name in ('contacts')),
  value text not null
);
