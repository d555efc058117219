-- The nodes that work on subscriptions, and how long each is believed to be alive.
create table orx_node (
  id           varchar(100) collate "C" not null,
  alive_until  timestamp with time zone not null,
  constraint orx_node_pk primary key (id)
);

-- A part of a subscription: its checkpoint, and who works on it. Who has another epoch cannot write.
create table orx_segment (
  subscription  varchar(200) collate "C" not null,
  segment       integer                  not null,
  segments      integer                  not null,
  running       boolean                  not null,
  checkpoint    bigint                   not null,
  replayed_to   bigint                   not null,
  handled       bigint                   not null,
  owner         varchar(100) collate "C",
  epoch         bigint                   not null,
  failing       bigint,
  attempts      integer,
  retry_at      timestamp with time zone,
  failure       varchar(1000),
  stopped       boolean,
  constraint orx_segment_pk primary key (subscription, segment)
) with (fillfactor = 50);

-- The versions of a projection's read model: which one is read, and which is built beside it.
-- No number is given twice.
create table orx_read_model (
  projection    varchar(100) collate "C" not null,
  mode          varchar(10) collate "C" not null,
  live_version  integer                  not null,
  next_version  integer,
  switching     boolean                  not null,
  held          boolean                  not null,
  old_version   integer,
  last_version  integer                  not null,
  since         timestamp with time zone not null,
  constraint orx_read_model_pk primary key (projection)
);
