-- The figures of a day are found by that day, however long the past is; what waits is found without looking at what is over.
create index orders_by_submission on orders (submitted_at, id) where submitted_at is not null;
create index backlog_by_age on orders (entered_state_at, id) include (state)
  where state in ('submitted', 'in_review', 'confirmed', 'preparing');
create index exceptions_by_age on exceptions (opened_at, id);
create index open_exceptions_by_age on exceptions (opened_at, id) where resolved_at is null;
create index outbox_withheld on outbox (due_at, id) where state = 'withheld';
