package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormatTest {

  @EventType(revision = 3, aliases = "MoneyPaidIn")
  record MoneyDeposited(String account, BigDecimal amount) implements Event {}

  private static EventFormat format(UnknownEvents unknown) {
    return new EventFormat(
        new EventTypes(List.of(MoneyDeposited.class)),
        List.of(
            Upcaster.of("MoneyDeposited", 1, old -> old),
            Upcaster.of("MoneyDeposited", 2, old -> old),
            Upcaster.drop("AccountTouched", 1)),
        new JacksonPayloadCodec(),
        unknown);
  }

  private final EventFormat format = format(UnknownEvents.FAIL);

  @Test
  void an_event_is_written_with_its_name_and_revision_and_read_as_it_was() {
    MoneyDeposited event = new MoneyDeposited("a-1", new BigDecimal("1.50"));
    StoredPayload stored = format.encode(event);

    assertThat(stored)
        .isEqualTo(new StoredPayload("MoneyDeposited", 3, "{\"account\":\"a-1\",\"amount\":1.50}"));
    assertThat(format.decode(stored)).containsExactly(event);
  }

  @Test
  void what_is_stored_under_an_alias_is_read_as_the_same_revision() {
    String json = "{\"account\":\"a-1\",\"amount\":1}";
    MoneyDeposited event = new MoneyDeposited("a-1", BigDecimal.ONE);

    assertThat(format.decode(new StoredPayload("MoneyPaidIn", 3, json))).containsExactly(event);
    assertThat(format.decode(new StoredPayload("MoneyPaidIn", 1, json))).containsExactly(event);
  }

  @Test
  void an_unknown_type_fails_with_the_fix() {
    assertThatThrownBy(() -> format.decode(new StoredPayload("Retired", 2, "{}")))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageStartingWith("ORX-1004")
        .hasMessageContainingAll("'Retired' revision 2", "knows [MoneyDeposited]", "Upcaster");
  }

  @Test
  void a_newer_revision_of_a_known_type_fails_as_something_else() {
    assertThatThrownBy(() -> format.decode(new StoredPayload("MoneyPaidIn", 4, "{}")))
        .isInstanceOf(UnknownEventTypeException.class)
        .hasMessageStartingWith("ORX-1010")
        .hasMessageContainingAll("'MoneyPaidIn' revision 4", "up to revision 3", "newer version");
  }

  @Test
  void unknown_events_are_skipped_where_that_is_wanted() {
    EventFormat skipping = format(UnknownEvents.SKIP);

    assertThat(skipping.decode(new StoredPayload("Retired", 1, "{}"))).isEmpty();
    assertThat(skipping.decode(new StoredPayload("MoneyDeposited", 4, "{}"))).isEmpty();
  }

  @Test
  void unknown_events_are_read_raw_where_that_is_wanted_but_never_written() {
    EventFormat raw = format(UnknownEvents.RAW);
    RawEvent retired = new RawEvent("Retired", 7, "{\"a\":1.50}");

    assertThat(raw.decode(new StoredPayload("Retired", 7, "{\"a\":1.50}")))
        .containsExactly(retired);
    assertThat(raw.decode(new StoredPayload("MoneyDeposited", 4, "{}")))
        .containsExactly(new RawEvent("MoneyDeposited", 4, "{}"));
    assertThatThrownBy(() -> raw.encode(retired)).hasMessageStartingWith("ORX-1011");
  }

  @Test
  void a_payload_that_does_not_fit_is_no_unknown_event() {
    assertThatThrownBy(
            () ->
                format(UnknownEvents.SKIP)
                    .decode(new StoredPayload("MoneyDeposited", 3, "{\"amount\":\"?\"}")))
        .isInstanceOf(PayloadException.class);
  }

  @Test
  void readable_is_what_is_current_or_has_an_upcaster() {
    assertThat(format.isReadable("MoneyDeposited", 1)).isTrue();
    assertThat(format.isReadable("MoneyDeposited", 3)).isTrue();
    assertThat(format.isReadable("MoneyPaidIn", 2)).isTrue();
    assertThat(format.isReadable("AccountTouched", 1)).isTrue();
    assertThat(format.isReadable("MoneyDeposited", 4)).isFalse();
    assertThat(format.isReadable("AccountTouched", 2)).isFalse();
    assertThat(format.isReadable("Retired", 1)).isFalse();
    assertThat(format.written()).containsExactly(new EventRevision("MoneyDeposited", 3));
  }
}
