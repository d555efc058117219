package com.acme.bank;

import io.orchestrix.eventstore.Append;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendResult;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamRange;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an auditor asks the store. */
@ApplicationScoped
class Audit {

  @EventType
  record MoneySent(@Tag("customer") String sender, @Tag("customer") String receiver, BigDecimal sum)
      implements Event {}

  private final EventStore store;
  private final MetadataFactory metadata;

  @Inject
  Audit(EventStore store, MetadataFactory metadata) {
    this.store = store;
    this.metadata = metadata;
  }

  List<RecordedEvent> newestOf(String account, int howMany) {
    StreamId stream = new StreamId("account", account);
    return store.read(stream, StreamRange.ALL.backwards()).limit(howMany).toList();
  }

  BigDecimal sentOrReceivedBy(String customer) {
    return store
        .readAll(GlobalPosition.START, EventFilter.NONE.tags("customer:" + customer))
        .map(event -> ((MoneySent) event.payload()).sum())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  List<StreamInfo> accountsAfter(@Nullable StreamId lastOfThePageBefore) {
    return store.streams(StreamQuery.ACTIVE.category("account"), lastOfThePageBefore, 50);
  }

  List<AppendResult> send(MoneySent event) {
    StreamId sender = new StreamId("account", event.sender());
    StreamId receiver = new StreamId("account", event.receiver());
    return store.append(
        List.of(
            new Append(sender, AppendCondition.streamExists(), List.of(fact(event, sender))),
            new Append(receiver, AppendCondition.any(), List.of(fact(event, receiver)))));
  }

  private NewEvent fact(MoneySent event, StreamId stream) {
    return new NewEvent(metadata.create("MoneySent", stream.toString()), event);
  }
}
