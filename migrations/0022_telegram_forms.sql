-- What Telegram's adapter remembers: Telegram has no forms, so one field after the other is asked for. No feature of the desk reads it.

create table telegram_forms (
  account text not null,
  -- the key of the conversation and of whoever pressed; nobody else may answer
  conversation text not null,
  person text not null,
  address jsonb not null,
  "by" jsonb not null,
  locale text not null,
  form jsonb not null,
  -- the field that is asked for, counted from 0
  step integer not null check (step >= 0),
  answers jsonb not null,
  -- complete: every answer is there, and the desk is to be told; over: it was told, or the form was left
  state text not null check (state in ('open', 'complete', 'over')),
  -- what is to be said with the next question, and about what
  notice text,
  about text,
  -- the updates that were taken, so that one that is delivered again is no second answer
  heard jsonb not null,
  -- the last question, which in a group an answer must reply to
  question text,
  -- rises with every change
  turn integer not null default 1,
  -- from when on what is next is to be said, by whoever takes it first; null where it was said
  ask_at timestamptz,
  expires_at timestamptz not null,
  primary key (account, conversation, person)
);

create index telegram_forms_to_ask on telegram_forms (account, ask_at) where ask_at is not null;
create index telegram_forms_by_end on telegram_forms (expires_at);
