-- A form in Telegram may be overtaken while it is asked: somebody decides elsewhere. It is looked at when the message that opened it changes,
-- and now and then besides; what is over leaves nothing to press.
alter table telegram_forms
  -- the message whose button opened it, with its conversation; null where it was not told
  add column opened_by text,
  -- the message of a question whose buttons still stand
  add column keys text,
  -- when it was last asked whether it is overtaken
  add column looked_at timestamptz not null default now();

create index telegram_forms_open on telegram_forms (account, looked_at) where state = 'open';
create index telegram_forms_by_opener on telegram_forms (account, opened_by) where state = 'open';
