-- Places in the stream of the audit log. CACHE 1 is essential, as for positions.
create sequence orx_audit_place cache 1;

-- Who did what; inserted once and never changed. Ids ascend with time, places as readers follow.
create table orx_audit (
  id              uuid                     not null,
  place           bigint                   not null,
  written_at      timestamp with time zone not null,
  kind            varchar(7)               not null,
  what            varchar(255) collate "C" not null,
  target          varchar(512) collate "C" not null,
  actor           varchar(255) collate "C" not null,
  origin          varchar(255)             not null,
  message_id      uuid,
  correlation_id  uuid,
  causation_id    uuid,
  outcome         varchar(9)               not null,
  code            varchar(255)             not null,
  event_position  bigint,
  elapsed_us      bigint                   not null,
  reason          varchar(1000)            not null,
  constraint orx_audit_pk primary key (id),
  constraint orx_audit_place_key unique (place)
);
create index orx_audit_actor on orx_audit (actor, id);
create index orx_audit_what on orx_audit (what, id);
create index orx_audit_target on orx_audit (target, id);
create index orx_audit_correlation on orx_audit (correlation_id, id);
-- Small, as both are rare.
create index orx_audit_action on orx_audit (id) where kind = 'ACTION';
create index orx_audit_failure on orx_audit (outcome, id) where outcome <> 'SUCCEEDED';

-- Nobody changes it by accident, its owner neither.
create function orx_audit_only_grows() returns trigger language plpgsql as
$$
begin
  raise exception 'The audit log only grows: % on %.% was refused.', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege',
          hint = 'To take old entries away, disable the trigger orx_audit_only_grows in that transaction.';
end
$$;
create trigger orx_audit_only_grows before update or delete or truncate on orx_audit
  for each statement execute function orx_audit_only_grows();
