-- A model reads notes beside the rules: what it was asked and what that cost, what its server can do, what it answered, and
-- what staff said of its suggestions.

-- Of one note there are several readings: by the rules at once, with the model's when it is there, and with each word of staff.
alter table readings
  add column revision int not null default 0 check (revision >= 0),
  drop constraint readings_pkey,
  add primary key (order_id, version, revision);

-- A slow reading waits in no other job's way, nor the other way round.
create index jobs_reading on jobs (due_at) where state = 'waiting' and kind = 'read_note';
create index jobs_acting on jobs (due_at) where state = 'waiting' and kind <> 'read_note';

-- What is known of a server and a model; every process sees the same.
create table model_servers (
  server text not null,
  model text not null,
  -- the strictest shape of answer that it keeps to; null: not known yet
  shape text check (shape in ('json_schema', 'json_object', 'text')),
  -- calls in a row that failed
  failures int not null default 0 check (failures >= 0),
  -- how long the latest calls took, the newest last
  recent_ms int[] not null default '{}',
  -- not asked any more since; by the clock of the database, as is the time of the one who tries whether it works again
  opened_at timestamptz,
  probing_until timestamptz,
  primary key (server, model)
);

-- Every call, also one that was not made and why. No words of anybody.
create table model_calls (
  id uuid primary key,
  -- business time
  at timestamptz not null,
  order_id uuid references orders,
  purpose text not null check (purpose in ('read', 'repair', 'probe')),
  server text not null,
  model text not null,
  prompt text not null,
  outcome text not null,
  input_tokens int not null default 0 check (input_tokens >= 0),
  cached_tokens int not null default 0 check (cached_tokens >= 0),
  output_tokens int not null default 0 check (output_tokens >= 0),
  -- millionths of the currency; what a running call may cost at most until it has ended. Null where no price is known
  cost bigint check (cost >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  ms int not null default 0 check (ms >= 0)
);
create index model_calls_by_time on model_calls (at, id);
create index model_calls_of_order on model_calls (order_id, id) where order_id is not null;

-- Sums of all calls ever, so that nobody counts them again.
create table model_totals (
  server text not null,
  model text not null,
  outcome text not null,
  calls bigint not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  cost bigint not null,
  ms bigint not null,
  primary key (server, model, outcome)
);

-- What was used of the budget, running calls at their worst. One row, so that one update decides.
create table model_budget (
  only_one boolean primary key default true check (only_one),
  day date not null,
  day_used bigint not null check (day_used >= 0),
  month date not null,
  month_used bigint not null check (month_used >= 0)
);

-- Answers by what was asked: the same note of the same order is not paid for twice.
create table model_answers (
  key text primary key,
  answer jsonb not null,
  at timestamptz not null
);
create index model_answers_by_time on model_answers (at);

-- What staff said of a suggestion, with all that is needed to read the note again.
create table note_labels (
  id uuid primary key,
  at timestamptz not null,
  order_id uuid not null references orders,
  item text not null,
  field text not null,
  -- how much code could prove of it, 0 to 3
  support smallint not null check (support between 0 and 3),
  is_right boolean not null,
  said_by uuid not null references staff,
  model text not null,
  prompt text not null,
  example jsonb not null,
  -- whoever taps twice says it once
  unique (order_id, item)
);
create index note_labels_by_time on note_labels (at, id);

-- How often suggestions of a kind were right, counted as staff say so.
create table note_tallies (
  field text not null,
  support smallint not null check (support between 0 and 3),
  n_right int not null check (n_right >= 0),
  n_wrong int not null check (n_wrong >= 0),
  primary key (field, support)
);

-- What the action tables say from now on.

alter table transitions drop constraint only_rows_of_the_table,
  add constraint only_rows_of_the_table check ((kind, from_state, action, to_state) in (
  ('goods', '-', 'create', 'draft'),
  ('goods', 'completed', 'paid', 'completed'),
  ('goods', 'completed', 'reopen', 'delivered'),
  ('goods', 'completed', 'talk_to_person', 'completed'),
  ('goods', 'confirmed', 'accept_proposal', 'cancelled'),
  ('goods', 'confirmed', 'accept_proposal', 'confirmed'),
  ('goods', 'confirmed', 'cancel', 'cancelled'),
  ('goods', 'confirmed', 'cancel_line', 'cancelled'),
  ('goods', 'confirmed', 'cancel_line', 'confirmed'),
  ('goods', 'confirmed', 'change_address', 'confirmed'),
  ('goods', 'confirmed', 'change_items', 'confirmed'),
  ('goods', 'confirmed', 'hold', 'confirmed'),
  ('goods', 'confirmed', 'paid', 'confirmed'),
  ('goods', 'confirmed', 'prepare', 'preparing'),
  ('goods', 'confirmed', 'refuse_proposal', 'confirmed'),
  ('goods', 'confirmed', 'release_hold', 'confirmed'),
  ('goods', 'confirmed', 'reschedule', 'confirmed'),
  ('goods', 'confirmed', 'restock', 'confirmed'),
  ('goods', 'confirmed', 'shortage', 'confirmed'),
  ('goods', 'confirmed', 'split', 'confirmed'),
  ('goods', 'confirmed', 'substitute', 'confirmed'),
  ('goods', 'confirmed', 'talk_to_person', 'confirmed'),
  ('goods', 'confirmed', 'undo', 'in_review'),
  ('goods', 'confirmed', 'wait', 'confirmed'),
  ('goods', 'confirmed', 'wish_no', 'confirmed'),
  ('goods', 'confirmed', 'wish_yes', 'confirmed'),
  ('goods', 'delivered', 'accept', 'completed'),
  ('goods', 'delivered', 'hold', 'delivered'),
  ('goods', 'delivered', 'paid', 'delivered'),
  ('goods', 'delivered', 'release_hold', 'delivered'),
  ('goods', 'delivered', 'talk_to_person', 'delivered'),
  ('goods', 'draft', 'cancel', 'cancelled'),
  ('goods', 'draft', 'confirm', 'submitted'),
  ('goods', 'draft', 'edit', 'draft'),
  ('goods', 'draft', 'expire', 'expired'),
  ('goods', 'draft', 'pick_product', 'draft'),
  ('goods', 'in_review', 'accept_proposal', 'cancelled'),
  ('goods', 'in_review', 'accept_proposal', 'in_review'),
  ('goods', 'in_review', 'answer', 'in_review'),
  ('goods', 'in_review', 'approve', 'confirmed'),
  ('goods', 'in_review', 'ask', 'in_review'),
  ('goods', 'in_review', 'cancel', 'cancelled'),
  ('goods', 'in_review', 'change_address', 'in_review'),
  ('goods', 'in_review', 'change_items', 'in_review'),
  ('goods', 'in_review', 'escalate', 'in_review'),
  ('goods', 'in_review', 'forward', 'in_review'),
  ('goods', 'in_review', 'hold', 'in_review'),
  ('goods', 'in_review', 'paid', 'in_review'),
  ('goods', 'in_review', 'refuse_proposal', 'in_review'),
  ('goods', 'in_review', 'reject', 'rejected'),
  ('goods', 'in_review', 'release_hold', 'in_review'),
  ('goods', 'in_review', 'reschedule', 'in_review'),
  ('goods', 'in_review', 'talk_to_person', 'in_review'),
  ('goods', 'in_review', 'wish_no', 'in_review'),
  ('goods', 'in_review', 'wish_yes', 'in_review'),
  ('goods', 'in_transit', 'accept_proposal', 'in_transit'),
  ('goods', 'in_transit', 'cancel_line', 'delivered'),
  ('goods', 'in_transit', 'cancel_line', 'in_transit'),
  ('goods', 'in_transit', 'change_address', 'in_transit'),
  ('goods', 'in_transit', 'deliver', 'delivered'),
  ('goods', 'in_transit', 'deliver', 'in_transit'),
  ('goods', 'in_transit', 'hold', 'in_transit'),
  ('goods', 'in_transit', 'paid', 'in_transit'),
  ('goods', 'in_transit', 'refuse_proposal', 'in_transit'),
  ('goods', 'in_transit', 'release_hold', 'in_transit'),
  ('goods', 'in_transit', 'reschedule', 'in_transit'),
  ('goods', 'in_transit', 'restock', 'in_transit'),
  ('goods', 'in_transit', 'ship', 'in_transit'),
  ('goods', 'in_transit', 'shortage', 'in_transit'),
  ('goods', 'in_transit', 'split', 'in_transit'),
  ('goods', 'in_transit', 'substitute', 'in_transit'),
  ('goods', 'in_transit', 'talk_to_person', 'in_transit'),
  ('goods', 'in_transit', 'wait', 'in_transit'),
  ('goods', 'preparing', 'accept_proposal', 'cancelled'),
  ('goods', 'preparing', 'accept_proposal', 'preparing'),
  ('goods', 'preparing', 'cancel_line', 'cancelled'),
  ('goods', 'preparing', 'cancel_line', 'preparing'),
  ('goods', 'preparing', 'change_address', 'preparing'),
  ('goods', 'preparing', 'change_items', 'preparing'),
  ('goods', 'preparing', 'hold', 'preparing'),
  ('goods', 'preparing', 'paid', 'preparing'),
  ('goods', 'preparing', 'refuse_proposal', 'preparing'),
  ('goods', 'preparing', 'release_hold', 'preparing'),
  ('goods', 'preparing', 'request_cancel', 'preparing'),
  ('goods', 'preparing', 'reschedule', 'preparing'),
  ('goods', 'preparing', 'restock', 'preparing'),
  ('goods', 'preparing', 'ship', 'in_transit'),
  ('goods', 'preparing', 'shortage', 'preparing'),
  ('goods', 'preparing', 'split', 'preparing'),
  ('goods', 'preparing', 'substitute', 'preparing'),
  ('goods', 'preparing', 'talk_to_person', 'preparing'),
  ('goods', 'preparing', 'undo', 'confirmed'),
  ('goods', 'preparing', 'wait', 'preparing'),
  ('goods', 'preparing', 'wish_no', 'preparing'),
  ('goods', 'preparing', 'wish_yes', 'preparing'),
  ('goods', 'submitted', 'cancel', 'cancelled'),
  ('goods', 'submitted', 'expire', 'expired'),
  ('goods', 'submitted', 'hold', 'submitted'),
  ('goods', 'submitted', 'paid', 'submitted'),
  ('goods', 'submitted', 'release_hold', 'submitted'),
  ('goods', 'submitted', 'talk_to_person', 'submitted'),
  ('goods', 'submitted', 'verify', 'confirmed'),
  ('goods', 'submitted', 'verify', 'in_review'),
  ('goods', 'submitted', 'verify', 'rejected'),
  ('service', '-', 'create', 'draft'),
  ('service', 'completed', 'paid', 'completed'),
  ('service', 'completed', 'reopen', 'delivered'),
  ('service', 'completed', 'talk_to_person', 'completed'),
  ('service', 'confirmed', 'accept_proposal', 'cancelled'),
  ('service', 'confirmed', 'accept_proposal', 'confirmed'),
  ('service', 'confirmed', 'cancel', 'cancelled'),
  ('service', 'confirmed', 'change_address', 'confirmed'),
  ('service', 'confirmed', 'change_items', 'confirmed'),
  ('service', 'confirmed', 'hold', 'confirmed'),
  ('service', 'confirmed', 'paid', 'confirmed'),
  ('service', 'confirmed', 'prepare', 'preparing'),
  ('service', 'confirmed', 'refuse_proposal', 'confirmed'),
  ('service', 'confirmed', 'release_hold', 'confirmed'),
  ('service', 'confirmed', 'reschedule', 'confirmed'),
  ('service', 'confirmed', 'talk_to_person', 'confirmed'),
  ('service', 'confirmed', 'undo', 'in_review'),
  ('service', 'confirmed', 'wish_no', 'confirmed'),
  ('service', 'confirmed', 'wish_yes', 'confirmed'),
  ('service', 'delivered', 'accept', 'completed'),
  ('service', 'delivered', 'hold', 'delivered'),
  ('service', 'delivered', 'paid', 'delivered'),
  ('service', 'delivered', 'release_hold', 'delivered'),
  ('service', 'delivered', 'talk_to_person', 'delivered'),
  ('service', 'draft', 'cancel', 'cancelled'),
  ('service', 'draft', 'confirm', 'submitted'),
  ('service', 'draft', 'edit', 'draft'),
  ('service', 'draft', 'expire', 'expired'),
  ('service', 'draft', 'pick_product', 'draft'),
  ('service', 'in_review', 'accept_proposal', 'cancelled'),
  ('service', 'in_review', 'accept_proposal', 'in_review'),
  ('service', 'in_review', 'answer', 'in_review'),
  ('service', 'in_review', 'approve', 'confirmed'),
  ('service', 'in_review', 'ask', 'in_review'),
  ('service', 'in_review', 'cancel', 'cancelled'),
  ('service', 'in_review', 'change_address', 'in_review'),
  ('service', 'in_review', 'change_items', 'in_review'),
  ('service', 'in_review', 'escalate', 'in_review'),
  ('service', 'in_review', 'forward', 'in_review'),
  ('service', 'in_review', 'hold', 'in_review'),
  ('service', 'in_review', 'paid', 'in_review'),
  ('service', 'in_review', 'refuse_proposal', 'in_review'),
  ('service', 'in_review', 'reject', 'rejected'),
  ('service', 'in_review', 'release_hold', 'in_review'),
  ('service', 'in_review', 'reschedule', 'in_review'),
  ('service', 'in_review', 'talk_to_person', 'in_review'),
  ('service', 'in_review', 'wish_no', 'in_review'),
  ('service', 'in_review', 'wish_yes', 'in_review'),
  ('service', 'in_transit', 'accept_proposal', 'in_transit'),
  ('service', 'in_transit', 'change_address', 'in_transit'),
  ('service', 'in_transit', 'deliver', 'delivered'),
  ('service', 'in_transit', 'deliver', 'in_transit'),
  ('service', 'in_transit', 'hold', 'in_transit'),
  ('service', 'in_transit', 'paid', 'in_transit'),
  ('service', 'in_transit', 'refuse_proposal', 'in_transit'),
  ('service', 'in_transit', 'release_hold', 'in_transit'),
  ('service', 'in_transit', 'reschedule', 'in_transit'),
  ('service', 'in_transit', 'ship', 'in_transit'),
  ('service', 'in_transit', 'talk_to_person', 'in_transit'),
  ('service', 'preparing', 'accept_proposal', 'cancelled'),
  ('service', 'preparing', 'accept_proposal', 'preparing'),
  ('service', 'preparing', 'change_address', 'preparing'),
  ('service', 'preparing', 'change_items', 'preparing'),
  ('service', 'preparing', 'hold', 'preparing'),
  ('service', 'preparing', 'paid', 'preparing'),
  ('service', 'preparing', 'refuse_proposal', 'preparing'),
  ('service', 'preparing', 'release_hold', 'preparing'),
  ('service', 'preparing', 'request_cancel', 'preparing'),
  ('service', 'preparing', 'reschedule', 'preparing'),
  ('service', 'preparing', 'ship', 'in_transit'),
  ('service', 'preparing', 'talk_to_person', 'preparing'),
  ('service', 'preparing', 'undo', 'confirmed'),
  ('service', 'preparing', 'wish_no', 'preparing'),
  ('service', 'preparing', 'wish_yes', 'preparing'),
  ('service', 'submitted', 'cancel', 'cancelled'),
  ('service', 'submitted', 'expire', 'expired'),
  ('service', 'submitted', 'hold', 'submitted'),
  ('service', 'submitted', 'paid', 'submitted'),
  ('service', 'submitted', 'release_hold', 'submitted'),
  ('service', 'submitted', 'talk_to_person', 'submitted'),
  ('service', 'submitted', 'verify', 'confirmed'),
  ('service', 'submitted', 'verify', 'in_review'),
  ('service', 'submitted', 'verify', 'rejected')
));
