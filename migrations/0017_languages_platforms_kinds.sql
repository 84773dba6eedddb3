-- Which languages, platforms and kinds of products there are is said by the program, which knows no other; the database keeps their
-- form. So one more of them needs no migration. A kind of order that has no table is refused by its first transition.

alter table business drop constraint business_locale_check,
  add constraint business_locale_check check (locale ~ '^[a-z]{2}(-[A-Z]{2})?$');
alter table customers drop constraint customers_locale_check,
  add constraint customers_locale_check check (locale ~ '^[a-z]{2}(-[A-Z]{2})?$');
alter table staff drop constraint staff_locale_check,
  add constraint staff_locale_check check (locale ~ '^[a-z]{2}(-[A-Z]{2})?$');
alter table orders drop constraint orders_locale_check,
  add constraint orders_locale_check check (locale ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  drop constraint orders_kind_check,
  add constraint orders_kind_check check (kind ~ '^[a-z]{2,20}$'),
  drop constraint orders_platform_check,
  add constraint orders_platform_check check (platform ~ '^[a-z]{2,20}$');
alter table accounts drop constraint accounts_platform_check,
  add constraint accounts_platform_check check (platform ~ '^[a-z]{2,20}$');
alter table desk_conversations drop constraint desk_conversations_platform_check,
  add constraint desk_conversations_platform_check check (platform ~ '^[a-z]{2,20}$');
alter table cases drop constraint cases_platform_check,
  add constraint cases_platform_check check (platform ~ '^[a-z]{2,20}$');
alter table playground_messages drop constraint playground_messages_platform_check,
  add constraint playground_messages_platform_check check (platform ~ '^[a-z]{2,20}$');
alter table products drop constraint products_kind_check,
  add constraint products_kind_check check (kind ~ '^[a-z]{2,20}$');
