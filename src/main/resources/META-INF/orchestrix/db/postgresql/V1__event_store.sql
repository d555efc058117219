-- A stream: how many events it has, and the optimistic lock of its appends.
create table orx_stream (
  id            varchar(301) collate "C" not null,
  category      varchar(100) collate "C" not null,
  version       bigint                   not null,
  lock_version  bigint                   not null,
  created_at    timestamp with time zone not null,
  changed_at    timestamp with time zone not null,
  constraint orx_stream_pk primary key (id)
);

-- Positions. CACHE 1 is essential: the fence compares last_value with what was drawn.
create sequence orx_position cache 1;

-- An event, inserted once and never changed.
create table orx_event (
  position        bigint                   not null,
  stream_id       varchar(301) collate "C" not null,
  version         bigint                   not null,
  event_id        uuid                     not null,
  type            varchar(255)             not null,
  source          varchar(255)             not null,
  subject         varchar(301),
  occurred_at     timestamp with time zone not null,
  correlation_id  uuid                     not null,
  causation_id    uuid,
  traceparent     varchar(64),
  payload         text                     not null,
  constraint orx_event_pk primary key (position),
  constraint orx_event_stream_version unique (stream_id, version),
  constraint orx_event_id unique (event_id)
);
