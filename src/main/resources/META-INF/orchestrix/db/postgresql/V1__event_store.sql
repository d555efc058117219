-- A stream: how many events it has, and the optimistic lock of its appends. Only the primary key is
-- indexed, and pages keep room, so that its many updates stay within a page.
create table orx_stream (
  id            varchar(301) collate "C" not null,
  category      varchar(100) collate "C" not null,
  version       bigint                   not null,
  lock_version  bigint                   not null,
  head          uuid                     not null,
  state         varchar(8)               not null,
  created_at    timestamp with time zone not null,
  changed_at    timestamp with time zone not null,
  constraint orx_stream_pk primary key (id)
) with (fillfactor = 75);

-- Positions. CACHE 1 is essential: the fence compares last_value with what was drawn.
create sequence orx_position cache 1;

-- An event, inserted once and never changed.
create table orx_event (
  position        bigint                   not null,
  stream_id       varchar(301) collate "C" not null,
  category        varchar(100) collate "C" not null,
  version         bigint                   not null,
  event_id        uuid                     not null,
  type            varchar(255) collate "C" not null,
  revision        integer                  not null,
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
create index orx_event_type_position on orx_event (type, position);
create index orx_event_category_position on orx_event (category, position);
create index orx_event_correlation on orx_event (correlation_id, position);

-- The tags of events.
create table orx_event_tag (
  tag       varchar(255) collate "C" not null,
  position  bigint                   not null,
  constraint orx_event_tag_pk primary key (tag, position)
);

-- Which types applications on this store have written.
create table orx_event_type (
  type      varchar(255) collate "C" not null,
  revision  integer                  not null,
  constraint orx_event_type_pk primary key (type, revision)
);

-- The newest snapshot of an aggregate: a cache.
create table orx_snapshot (
  stream_id    varchar(301) collate "C" not null,
  version      bigint                   not null,
  head         uuid                     not null,
  fingerprint  varchar(64)              not null,
  state        text                     not null,
  created_at   timestamp with time zone not null,
  constraint orx_snapshot_pk primary key (stream_id)
);
