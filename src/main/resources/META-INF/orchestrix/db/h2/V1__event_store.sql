-- A stream: how many events it has, and the optimistic lock of its appends.
create table orx_stream (
  id            varchar(301)             not null,
  category      varchar(100)             not null,
  version       bigint                   not null,
  lock_version  bigint                   not null,
  head          uuid                     not null,
  state         varchar(8)               not null,
  created_at    timestamp with time zone not null,
  changed_at    timestamp with time zone not null,
  constraint orx_stream_pk primary key (id)
);

-- Positions: one row that every append updates, so appends follow one another.
create table orx_position (
  position  bigint not null
);
insert into orx_position (position) values (0);

-- An event, inserted once and never changed.
create table orx_event (
  position        bigint                   not null,
  stream_id       varchar(301)             not null,
  category        varchar(100)             not null,
  version         bigint                   not null,
  event_id        uuid                     not null,
  type            varchar(255)             not null,
  revision        integer                  not null,
  source          varchar(255)             not null,
  subject         varchar(301),
  occurred_at     timestamp with time zone not null,
  correlation_id  uuid                     not null,
  causation_id    uuid,
  traceparent     varchar(64),
  payload         character large object                     not null,
  constraint orx_event_pk primary key (position),
  constraint orx_event_stream_version unique (stream_id, version),
  constraint orx_event_id unique (event_id)
);
create index orx_event_type_position on orx_event (type, position);
create index orx_event_category_position on orx_event (category, position);
create index orx_event_correlation on orx_event (correlation_id, position);

-- The tags of events.
create table orx_event_tag (
  tag       varchar(255)             not null,
  position  bigint                   not null,
  constraint orx_event_tag_pk primary key (tag, position)
);

-- Which types applications on this store have written.
create table orx_event_type (
  type      varchar(255)             not null,
  revision  integer                  not null,
  constraint orx_event_type_pk primary key (type, revision)
);

-- The newest snapshot of an aggregate: a cache.
create table orx_snapshot (
  stream_id    varchar(301)             not null,
  version      bigint                   not null,
  head         uuid                     not null,
  fingerprint  varchar(64)              not null,
  state        character large object                     not null,
  created_at   timestamp with time zone not null,
  constraint orx_snapshot_pk primary key (stream_id)
);
