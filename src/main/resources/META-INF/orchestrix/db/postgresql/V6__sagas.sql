-- How instances of sagas stand, for lists; all else is in their journals, which are streams.
create table orx_saga (
  saga          varchar(80)  collate "C" not null,
  instance_key  varchar(200) collate "C" not null,
  version       integer                  not null,
  status        varchar(12)              not null,
  reason        text,
  started_at    timestamp with time zone not null,
  changed_at    timestamp with time zone not null,
  constraint orx_saga_pk primary key (saga, instance_key)
);
create index orx_saga_status on orx_saga (status, saga, instance_key);

-- By which other keys events find instances.
create table orx_saga_key (
  saga          varchar(80)  collate "C" not null,
  name          varchar(100) collate "C" not null,
  key_value     varchar(200) collate "C" not null,
  instance_key  varchar(200) collate "C" not null,
  constraint orx_saga_key_pk primary key (saga, name, key_value, instance_key)
);
create index orx_saga_key_instance on orx_saga_key (saga, instance_key);

-- Versions of definitions of which there may be instances.
create table orx_saga_version (
  saga     varchar(80) collate "C" not null,
  version  integer                 not null,
  constraint orx_saga_version_pk primary key (saga, version)
);
