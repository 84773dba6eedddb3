-- What the desk says to customers of its own accord: planned, judged when due, and answered. Why nothing was said is kept too.

create table touches (
  id uuid primary key,
  customer_id uuid not null references customers,
  -- the order that began it; null where it is about none
  order_id uuid references orders,
  campaign text not null check (campaign in ('follow_up')),
  -- what the campaign has one of each step for: a follow-up its first order
  subject uuid not null,
  step text not null,
  purpose text not null check (purpose in ('transactional', 'service', 'survey', 'marketing')),
  state text not null check (state in ('planned', 'deferred', 'sent', 'withheld', 'failed', 'answered', 'cancelled')),
  -- why it is put off, was not sent, did not arrive or is no longer needed
  reason text,
  planned_at timestamptz not null,
  due_at timestamptz not null,
  -- not sent any more from then on
  expires_at timestamptz not null,
  outbox_key text unique,
  sent_at timestamptz,
  -- when it ended without being sent, or was known not to have arrived
  settled_at timestamptz,
  answer text,
  answered_at timestamptz,
  unique (campaign, subject, step),
  check ((state = 'answered') = (answered_at is not null)),
  check ((answer is null) = (answered_at is null)),
  check (state in ('planned', 'sent', 'answered') or reason is not null),
  check ((state in ('sent', 'failed', 'answered')) = (sent_at is not null)),
  check ((state in ('withheld', 'failed', 'cancelled')) = (settled_at is not null))
);
create index touches_sent_to_customer on touches (customer_id, sent_at) where sent_at is not null;
create index touches_of_customer on touches (customer_id, planned_at);
create index open_touches_of_customer on touches (customer_id) where state in ('planned', 'deferred');

-- The orders a touch is about: deliveries close to each other are followed up together.
create table touch_orders (
  touch_id uuid not null references touches,
  order_id uuid not null references orders,
  delivered_at timestamptz not null,
  -- after the day that was promised
  late_days int not null check (late_days >= 0),
  primary key (touch_id, order_id)
);
create index touches_of_order on touch_orders (order_id);

create table survey_answers (
  id uuid primary key,
  touch_id uuid not null unique references touches,
  customer_id uuid not null references customers,
  order_id uuid references orders,
  kind text not null check (kind in ('csat')),
  score smallint not null check (score between 1 and 5),
  comment text,
  asked_at timestamptz not null,
  answered_at timestamptz not null
);
create index survey_answers_by_day on survey_answers (answered_at);
create index survey_answers_of_customer on survey_answers (customer_id, answered_at desc);

-- What a customer reports after the delivery is an exception, and settled with the conversation about it.
alter table exceptions
  add column case_id uuid references cases,
  drop constraint exceptions_code_check,
  add constraint exceptions_code_check check (code in ('stock_out', 'customer_problem', 'low_score'));
create index open_exceptions_of_case on exceptions (case_id) where case_id is not null and resolved_at is null;
create index open_exceptions_of_order on exceptions (order_id) where resolved_at is null;

alter table cases
  drop constraint cases_about_check,
  add constraint cases_about_check check (about in ('person', 'complaint', 'file', 'problem', 'low_score', 'booking'));
