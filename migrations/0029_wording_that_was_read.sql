-- A yes that is typed is kept with the question that was read before it in that conversation: the buttons below the question have it.
create index buttons_with_wording on buttons (lane, action, created_at) where args ->> 'read' is not null;
