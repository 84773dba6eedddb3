-- Who a customer is in the program they come from: their orders of the past are brought along once, and find them again.

alter table customers
  add column source text,
  add column external_ref text,
  add unique (source, external_ref),
  add check ((source is null) = (external_ref is null));

-- A business may bring a hundred thousand customers: a colleague who names one looks none of the others up.
create index customers_by_name on customers (lower(name) text_pattern_ops);
create index customers_by_company on customers (lower(company)) where company is not null;
create index accounts_by_user_key on accounts (user_key);

-- How satisfied somebody was is known of orders the desk never asked about.
alter table survey_answers
  alter column touch_id drop not null,
  add check (touch_id is not null or order_id is not null);
