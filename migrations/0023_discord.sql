-- What Discord's adapter remembers; no feature of the desk reads it.

-- The session with Discord's gateway and how far of it is committed, so that a process that takes over is told the rest again.
create table discord_sessions (
  account text primary key,
  session_id text not null,
  resume_url text not null,
  sequence bigint not null check (sequence >= 0),
  saved_at timestamptz not null default now()
);

-- The parts of a form that are filled in already: Discord asks for five fields at a time.
create table discord_form_parts (
  token text not null,
  person text not null,
  step integer not null check (step >= 0),
  submission jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (token, person, step)
);

create index discord_form_parts_saved_at on discord_form_parts (saved_at);
