-- Which command was executed under an idempotency key, and what was answered.
create table orx_idempotency (
  caller       varchar(255) not null,
  key_value    varchar(200) not null,
  place        integer                  not null,
  fingerprint  varchar(64)              not null,
  answer       character large object,
  kept_until   timestamp with time zone not null,
  constraint orx_idempotency_pk primary key (caller, key_value, place)
);
create index orx_idempotency_kept_until on orx_idempotency (kept_until);
