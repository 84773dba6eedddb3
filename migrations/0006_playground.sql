-- What the playground keeps when it stands in for the platforms: what was said there, and how far its clock is ahead.

-- Rises with every change anybody could see, so that an open page knows that it is old.
create sequence playground_revisions;

create table playground_messages (
  id text primary key,
  platform text not null check (platform in ('slack', 'discord', 'telegram')),
  conversation text not null,
  seq bigint generated always as identity,
  author text not null check (author in ('person', 'desk')),
  -- who spoke; null when the desk did
  person text,
  at timestamptz not null,
  text text not null,
  card jsonb,
  -- null: everyone in the conversation
  only_for text,
  edited boolean not null default false,
  idempotency_key text not null unique,
  revision bigint not null default nextval('playground_revisions'),
  check ((author = 'person') = (person is not null)),
  check ((author = 'desk') = (card is not null))
);
create index playground_messages_of_conversation on playground_messages (platform, conversation, seq);
create index playground_messages_by_revision on playground_messages (revision);

create table playground_clock (
  id smallint primary key default 1 check (id = 1),
  -- microseconds that business time is ahead of real time
  ahead bigint not null default 0 check (ahead >= 0),
  revision bigint not null default nextval('playground_revisions')
);
insert into playground_clock default values;
