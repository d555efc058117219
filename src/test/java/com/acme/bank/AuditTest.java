package com.acme.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.acme.bank.Audit.MoneySent;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.EventPublisher;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import io.orchestrix.unitofwork.inmemory.InMemoryUnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the documentation shows of the store does what it says. */
class AuditTest {

  private static final StreamId ADA = new StreamId("account", "Ada");

  private final EventStore store =
      new InMemoryEventStore(
          new EventFormat(
              new EventTypes(List.of(MoneySent.class)),
              List.of(),
              new JacksonPayloadCodec(),
              UnknownEvents.FAIL),
          false,
          new InMemoryUnitOfWork(),
          EventPublisher.NONE);
  private final MetadataFactory metadata =
      new MetadataFactory(Clock.systemUTC(), "/bank", new CurrentMessage());
  private final Audit audit = new Audit(store, metadata);

  private static MoneySent sent(String from, String to, int sum) {
    return new MoneySent(from, to, BigDecimal.valueOf(sum));
  }

  private void openAda() {
    MoneySent first = sent("Bank", "Ada", 1);
    NewEvent event = new NewEvent(metadata.create("MoneySent", null), first);
    store.append(ADA, AppendCondition.noStream(), List.of(event));
  }

  @Test
  void both_accounts_get_the_event_or_none_does() {
    openAda();

    assertThat(audit.send(sent("Ada", "Bob", 5)))
        .extracting(result -> result.stream() + " " + result.version())
        .containsExactly("account/Ada 2", "account/Bob 1");
    assertThatThrownBy(() -> audit.send(sent("Nobody", "Eve", 5)))
        .isInstanceOf(AppendConflictException.class);
    assertThat(audit.accountsAfter(null))
        .extracting(StreamInfo::id)
        .containsExactly(ADA, new StreamId("account", "Bob"));
  }

  @Test
  void the_newest_come_first() {
    openAda();
    audit.send(sent("Ada", "Bob", 5));
    audit.send(sent("Ada", "Bob", 6));

    assertThat(audit.newestOf("Ada", 2))
        .extracting(event -> ((MoneySent) event.payload()).sum().intValue())
        .containsExactly(6, 5);
  }

  @Test
  void a_tag_finds_events_of_all_streams() {
    openAda();
    audit.send(sent("Ada", "Bob", 5));

    assertThat(audit.sentOrReceivedBy("Bob")).isEqualByComparingTo("10"); // in both streams
  }
}
