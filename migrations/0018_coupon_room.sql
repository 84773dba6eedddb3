-- What a coupon may take off a unit of each line, as it was granted: with fewer units or lines no line is sold below its lowest price.

alter table orders
  -- by line, minor units as text; null for what was granted before
  add column discount_room jsonb check (discount_room is null or coupon_id is not null);
