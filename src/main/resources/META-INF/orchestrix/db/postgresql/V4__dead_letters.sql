-- An event that a subscription could not handle, or that waits behind one of its sequence.
create table orx_dead_letter (
  subscription     varchar(255) collate "C" not null,
  position         bigint                   not null,
  sequence_key     varchar(301) collate "C" not null,
  stream_id        varchar(301) collate "C" not null,
  version          bigint                   not null,
  type             varchar(255) collate "C" not null,
  revision         integer                  not null,
  state            varchar(9)               not null,
  attempts         integer                  not null,
  failure_code     varchar(20) collate "C",
  failure_class    varchar(255) collate "C",
  failure_message  varchar(2000),
  failure_stack    varchar(10000),
  edited_payload   text,
  parked_at        timestamp with time zone not null,
  changed_at       timestamp with time zone not null,
  changes          bigint                   not null,
  constraint orx_dead_letter_pk primary key (subscription, position)
);
-- The oldest open letter of each sequence; small, however many letters are closed.
create index orx_dead_letter_open on orx_dead_letter (subscription, sequence_key, position)
  where state in ('PARKED', 'WAITING', 'RETRYING');
create index orx_dead_letter_state on orx_dead_letter (state, subscription, position);

-- What was done to a letter, inserted once and never changed.
create table orx_dead_letter_action (
  subscription    varchar(255) collate "C" not null,
  position        bigint                   not null,
  place           bigint                   not null,
  acted_at        timestamp with time zone not null,
  who             varchar(255)             not null,
  step            varchar(10)              not null,
  reason          varchar(1000)            not null,
  payload_before  text,
  payload_after   text,
  constraint orx_dead_letter_action_pk primary key (subscription, position, place)
);
