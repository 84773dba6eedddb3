-- Whoever looks at what models were asked looks at the newest. A server that is given a rest for days leaves many calls that were not made:
-- they stand in the way of those that were no more, nor do all of them have to be read.
create index model_calls_made on model_calls (at, id) where outcome not in ('over_budget', 'breaker_open');
create index model_calls_not_made on model_calls (at, id) where outcome in ('over_budget', 'breaker_open');

-- What customers pressed below messages that were not clear counts in the digest of its day.
create index events_of_presses on events (at) where kind = 'message.meant';
