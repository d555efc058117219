package io.orchestrix.bench;

import java.util.List;

/** The tables of the library, whoever uses them. */
final class OrchestrixTables extends Tables {

  OrchestrixTables(Postgres postgres, String schema) {
    super(postgres, schema);
  }

  @Override
  String empty() {
    return "truncate orx_stream, orx_event, orx_snapshot";
  }

  @Override
  List<String> fill(Filling filling) {
    String streams =
        """
        insert into orx_stream (id, category, version, lock_version, head, state,
          created_at, changed_at)
        select 'account/' || ?::text || '-' || n, 'account', %d, 0, uuidv7(), 'ACTIVE', now(), now()
          from generate_series(0, %d) as n
        """
            .formatted(filling.bookings(), filling.accounts() - 1);
    String events =
        """
        insert into orx_event (position, stream_id, category, version, event_id, type, revision,
          source, subject, occurred_at, correlation_id, causation_id, traceparent, payload)
        select nextval('orx_position'), 'account/' || name, 'account', v, uuidv7(), 'MoneyBooked', 1,
          '/bench', 'account/' || name, now(), uuidv7(), uuidv7(), null, %s from %s
        """
            .formatted(Filling.PAYLOAD, filling.rows());
    String heads =
        """
        update orx_stream s set head = e.event_id from orx_event e
         where e.stream_id = s.id and e.version = s.version
           and s.id like 'account/' || ?::text || '-%'
        """;
    return List.of(streams, events, heads);
  }

  @Override
  String events() {
    return "orx_event";
  }

  @Override
  String position() {
    return "position";
  }

  @Override
  String sound() {
    return "select (select coalesce(sum(version), 0) from orx_stream) = count(*)"
        + " and count(*) filter (where %s) = 0 from orx_event"
            .formatted(Filling.misled("payload", "version"));
  }
}
