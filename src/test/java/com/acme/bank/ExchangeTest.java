package com.acme.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.bank.Audit.MoneySent;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.cloudevents.CloudEventHttpMessage;
import io.orchestrix.message.cloudevents.InvalidCloudEventException;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the documentation shows of CloudEvents does what it says. */
class ExchangeTest {

  private static final PayloadCodec CODEC = new JacksonPayloadCodec();
  private static final Map<String, List<String>> BATCH =
      Map.of("Content-Type", List.of("application/cloudevents-batch+json"));

  private static final EventFormat FORMAT =
      new EventFormat(
          new EventTypes(List.of(MoneySent.class)), List.of(), CODEC, UnknownEvents.FAIL);

  private final EventStore here =
      new InMemoryEventStore(FORMAT, false, new InMemoryUnitOfWork(), EventPublisher.NONE);
  private final EventStore there =
      new InMemoryEventStore(FORMAT, false, new InMemoryUnitOfWork(), EventPublisher.NONE);

  private static Exchange exchange(EventStore store) {
    return new Exchange(store, FORMAT, CODEC, Clock.systemUTC());
  }

  private static List<RecordedEvent> all(EventStore store) {
    return store.readAll(GlobalPosition.START, EventFilter.NONE).toList();
  }

  @Test
  void what_one_bank_tells_another_one_stores_once() {
    MetadataFactory metadata =
        new MetadataFactory(Clock.systemUTC(), "/bank", new CurrentMessage());
    MoneySent sent = new MoneySent("Ada", "Bob", new BigDecimal("5.00"));
    here.append(
        new StreamId("account", "Ada"),
        AppendCondition.noStream(),
        List.of(new NewEvent(metadata.create("MoneySent", "account/Ada"), sent)));
    CloudEventHttpMessage batch = exchange(here).accountsAfter(GlobalPosition.START, 10);

    exchange(there).take(BATCH, batch.body());
    exchange(there).take(BATCH, batch.body());

    assertThat(batch.headers()).containsEntry("Content-Type", "application/cloudevents-batch+json");
    assertThat(all(there))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.payload()).isEqualTo(sent);
              assertThat(event.metadata()).isEqualTo(all(here).get(0).metadata());
            });
  }

  @Test
  void what_is_no_cloud_event_is_not_stored() {
    assertThatThrownBy(() -> exchange(there).take(BATCH, "[{}]".getBytes(UTF_8)))
        .isInstanceOf(InvalidCloudEventException.class)
        .hasMessageContaining("/0/id is missing");
    assertThat(all(there)).isEmpty();
  }
}
