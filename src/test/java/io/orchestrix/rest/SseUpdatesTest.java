package io.orchestrix.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.unitofwork.UnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;

class SseUpdatesTest {

  record Balance(int amount) {}

  private final RecordedSink sink = new RecordedSink();
  private final SubmissionPublisher<Balance> updates = new SubmissionPublisher<>(Runnable::run, 8);

  private void stream() {
    SseUpdates.stream(updates, sink, new RecordedSink.Events());
  }

  @Test
  void each_element_is_the_json_of_an_event() {
    stream();
    updates.submit(new Balance(10));

    RecordedSink.Sent event = sink.sent.get(0);
    assertThat(event.getData()).isEqualTo(new Balance(10));
    assertThat(event.getType()).isEqualTo(Balance.class);
    assertThat(event.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
    assertThat(event.getName()).isNull();
  }

  @Test
  void the_next_one_is_requested_when_the_one_before_was_sent() {
    sink.isSlow = true;
    stream();
    updates.submit(new Balance(1));
    updates.submit(new Balance(2));
    assertThat(sink.sent).hasSize(1);

    sink.finish();

    assertThat(sink.sent).extracting(RecordedSink.Sent::getData).contains(new Balance(2));
  }

  @Test
  void a_failure_is_the_last_event_and_closes_it() {
    stream();
    updates.closeExceptionally(new UnavailableException(new IOException("gone")));

    RecordedSink.Sent event = sink.sent.get(0);
    assertThat(event.getName()).isEqualTo("problem");
    assertThat(event.getMediaType()).isEqualTo(MediaType.TEXT_PLAIN_TYPE);
    assertThat(event.getData())
        .asString()
        .contains("\"type\":\"urn:orchestrix:ORX-2002\"", "\"status\":503", "\"code\":\"ORX-2002\"")
        .doesNotContain("instance");
    assertThat(sink.isClosed()).isTrue();
  }

  @Test
  void a_failure_without_a_code_gets_one_and_tells_nothing() {
    stream();
    updates.closeExceptionally(new IllegalStateException("secret"));

    assertThat(sink.sent.get(0).getData())
        .asString()
        .contains("ORX-2221", "\"status\":500")
        .doesNotContain("secret");
    assertThat(sink.isClosed()).isTrue();
  }

  @Test
  void it_is_closed_when_there_is_no_more() {
    stream();
    updates.close();

    assertThat(sink.sent).isEmpty();
    assertThat(sink.isClosed()).isTrue();
  }

  @Test
  void a_client_that_went_away_is_not_written_to_again() {
    sink.isAway = true;
    stream();
    updates.submit(new Balance(1));

    assertThat(updates.getNumberOfSubscribers()).isZero();
    assertThat(sink.isClosed()).isTrue();
  }

  @Test
  void nor_is_one_whose_sink_is_closed() {
    stream();
    sink.close();
    updates.submit(new Balance(1));

    assertThat(sink.sent).isEmpty();
    assertThat(updates.getNumberOfSubscribers()).isZero();
  }
}
