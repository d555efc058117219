package io.orchestrix.bench;

import java.util.List;

/** The tables of Axon Framework. */
final class AxonTables extends Tables {

  AxonTables(Postgres postgres, String schema) {
    super(postgres, schema);
  }

  @Override
  String empty() {
    return "truncate DomainEventEntry, SnapshotEventEntry";
  }

  @Override
  List<String> fill(Filling filling) {
    return List.of(
        """
        insert into DomainEventEntry (eventIdentifier, aggregateIdentifier, sequenceNumber, type,
          timeStamp, payloadType, payloadRevision, payload, metaData)
        select gen_random_uuid()::text, name, v - 1, 'AxonAccount', '2026-01-01T08:00:00.123456Z',
          '%s', null, convert_to(%s, 'UTF8'),
          convert_to(format('{"traceId":"%%s","correlationId":"%%1$s"}', uuidv7()), 'UTF8') from %s
        """
            .formatted(MoneyBooked.class.getName(), Filling.PAYLOAD, filling.rows()));
  }

  @Override
  String events() {
    return "DomainEventEntry";
  }

  @Override
  String position() {
    return "globalIndex";
  }

  @Override
  String sound() {
    return "select coalesce(sum(last + 1), 0) = coalesce(sum(events), 0)"
        + " and coalesce(sum(misled), 0) = 0 from"
        + " (select max(sequenceNumber) as last, count(*) as events,"
        + " count(*) filter (where %s) as misled"
            .formatted(Filling.misled("convert_from(payload, 'UTF8')", "(sequenceNumber + 1)"))
        + " from DomainEventEntry group by aggregateIdentifier) as accounts";
  }
}
