-- Until when the desk surely heard everything on Discord, and in which session with the gateway. Where the gateway forgets a
-- session, what was written since is read from the conversations themselves.
create table discord_listening (
  account text primary key,
  session_id text not null,
  heard_until timestamptz not null default now()
);
