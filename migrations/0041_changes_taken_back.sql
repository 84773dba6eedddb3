-- Somebody wants an order as it stands after all: what waited to be decided is withdrawn.
alter table change_requests drop constraint change_requests_state_check,
  add constraint change_requests_state_check check (state in ('pending', 'accepted', 'refused', 'superseded', 'withdrawn', 'lapsed'));
