-- What is to happen at a time: one at most under each key. It is deleted in the transaction in
-- which it happens. Without try_at it was given up.
create table orx_deadline (
  handler         varchar(200) collate "C" not null,
  key_value       varchar(300) collate "C" not null,
  id              uuid                     not null,
  due_at          timestamp with time zone not null,
  try_at          timestamp with time zone,
  payload         text                     not null,
  correlation_id  uuid,
  causation_id    uuid,
  traceparent     varchar(64),
  caller          text                     not null,
  attempts        integer                  not null,
  failure         varchar(1000),
  constraint orx_deadline_pk primary key (handler, key_value)
);
create index orx_deadline_try on orx_deadline (handler, try_at);
-- Those that were given up; small, however many wait.
create index orx_deadline_stopped on orx_deadline (handler, key_value) where try_at is null;
