-- Customers who have gone quiet: who was written to and who was not, for comparison; the coupon that is theirs alone; and what
-- they agreed to, with the words they read.

alter table consents
  add column conversation text,
  -- what they read when they said so
  add column wording text;
-- who agreed to what, in the order in which they are gone through
create index consents_given on consents (purpose, customer_id) where state = 'given';

alter table customers
  -- nobody is asked twice of our own accord
  add column offers_asked_at timestamptz;

create table enrolments (
  id uuid primary key,
  campaign text not null check (campaign in ('win_back')),
  customer_id uuid not null references customers,
  -- counts the times this customer was assigned
  round int not null check (round > 0),
  arm text not null check (arm in ('treated', 'holdout')),
  -- why: as it stood when they were assigned
  last_order_id uuid not null references orders,
  last_ordered_at timestamptz not null,
  silent_days int not null,
  allowed_days int not null check (allowed_days <= silent_days),
  -- null for whoever has not ordered often enough to have a rhythm
  usual_days int,
  assigned_at timestamptz not null,
  state text not null check (state in ('held_out', 'under_way', 'over')),
  over_at timestamptz,
  over_because text,
  unique (campaign, customer_id, round),
  check ((arm = 'holdout') = (state = 'held_out')),
  check ((state = 'over') = (over_at is not null)),
  check ((over_at is null) = (over_because is null))
);
create index enrolments_under_way on enrolments (customer_id) where state = 'under_way';
create index enrolments_by_assignment on enrolments (campaign, assigned_at);

alter table touches
  drop constraint touches_campaign_check,
  add constraint touches_campaign_check check (campaign in ('follow_up', 'win_back'));
create index touches_withheld on touches (settled_at, id) where state = 'withheld';

create table coupons (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z]{4}-[A-Z][A-Z0-9]{5}$'),
  customer_id uuid not null references customers,
  -- the message it came with
  touch_id uuid not null unique references touches,
  percent smallint not null check (percent between 1 and 50),
  issued_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > issued_at),
  unique (id, customer_id)
);
create index coupons_of_customer on coupons (customer_id, expires_at);

-- A coupon is spent by one order, of the customer it was given to; one that comes to nothing gives it back.
alter table orders
  add column coupon_id uuid,
  -- the most it takes off
  add column discount bigint not null default 0 check (discount >= 0),
  add check (coupon_id is not null or discount = 0),
  add foreign key (coupon_id, customer_id) references coupons (id, customer_id);
create unique index one_order_spends_a_coupon on orders (coupon_id)
  where coupon_id is not null and state not in ('draft', 'cancelled', 'rejected', 'expired');
