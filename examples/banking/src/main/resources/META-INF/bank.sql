-- An account in a version of the read model. Balances are as large as a single amount may be.
create table if not exists bank_balance (
  version     integer        not null,
  account_id  varchar(64)    not null,
  owner       varchar(200)   not null,
  status      varchar(9)     not null,
  balance     numeric(17, 2) not null,
  position    bigint         not null,
  constraint bank_balance_pk primary key (version, account_id)
);
create index if not exists bank_balance_owner on bank_balance (version, owner, account_id);

-- A booking; the primary key also serves the pages of a statement.
create table if not exists bank_statement_line (
  version        integer                  not null,
  account_id     varchar(64)              not null,
  position       bigint                   not null,
  kind           varchar(10)              not null,
  amount         numeric(17, 2)           not null,
  balance_after  numeric(17, 2)           not null,
  booked_at      timestamp with time zone not null,
  constraint bank_statement_line_pk primary key (version, account_id, position)
);

-- Where all money of the bank is: one row in a version of the read model.
create table if not exists bank_total (
  version      integer        not null,
  on_accounts  numeric(19, 2) not null,
  in_transit   numeric(19, 2) not null,
  position     bigint         not null,
  constraint bank_total_pk primary key (version)
);
