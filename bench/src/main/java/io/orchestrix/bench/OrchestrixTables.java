package io.orchestrix.bench;

import java.util.List;

/** The tables of the library, whoever uses them. */
final class OrchestrixTables extends Tables {

  OrchestrixTables(Postgres postgres, String schema) {
    super(postgres, schema);
  }

  @Override
  String empty() {
    return "truncate orx_stream, orx_event";
  }

  @Override
  List<String> fill(Filling filling) {
    String streams =
        """
        insert into orx_stream (id, category, version, lock_version, created_at, changed_at)
        select 'account/' || ?::text || '-' || n, 'account', %d, 0, now(), now()
          from generate_series(0, %d) as n
        """
            .formatted(filling.bookings(), filling.accounts() - 1);
    String events =
        """
        insert into orx_event (position, stream_id, version, event_id, type, source, subject,
          occurred_at, correlation_id, causation_id, traceparent, payload)
        select nextval('orx_position'), 'account/' || name, v, uuidv7(), 'MoneyBooked', '/bench',
          'account/' || name, now(), uuidv7(), uuidv7(), null, %s from %s
        """
            .formatted(Filling.PAYLOAD, filling.rows());
    return List.of(streams, events);
  }

  @Override
  String events() {
    return "orx_event";
  }

  @Override
  String sound() {
    return "select (select coalesce(sum(version), 0) from orx_stream) = count(*)"
        + " and count(*) filter (where %s) = 0 from orx_event"
            .formatted(Filling.misled("payload", "version"));
  }
}
