-- Who did what; inserted once and never changed. Ids ascend with time, places as readers follow.
create table orx_audit (
  id              uuid not null,
  place           bigint not null,
  written_at      timestamp with time zone not null,
  kind            varchar(7) not null,
  what            varchar(255) not null,
  target          varchar(512) not null,
  actor           varchar(255) not null,
  origin          varchar(255) not null,
  message_id      uuid,
  correlation_id  uuid,
  causation_id    uuid,
  outcome         varchar(9) not null,
  code            varchar(255) not null,
  event_position  bigint,
  elapsed_us      bigint not null,
  reason          varchar(1000) not null,
  constraint orx_audit_pk primary key (id),
  constraint orx_audit_place_key unique (place)
);
create index orx_audit_actor on orx_audit (actor, id);
create index orx_audit_what on orx_audit (what, id);
create index orx_audit_target on orx_audit (target, id);
create index orx_audit_correlation on orx_audit (correlation_id, id);
create index orx_audit_outcome on orx_audit (outcome, id);
