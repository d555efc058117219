package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A request has one key, and each command that it leads to a key of its own made of that. */
class RequestKeysTest {

  private final List<Optional<IdempotencyKey>> used = new ArrayList<>();
  private final TestBus bus =
      new TestBus()
          .handling(
              Greet.class,
              String.class,
              message -> {
                used.add(Optional.ofNullable(message.key()));
                return "Hello";
              });

  private CommandBus ofRequest() {
    AtomicInteger places = new AtomicInteger();
    bus.requestKeys = () -> Optional.of(new IdempotencyKey("request", places.incrementAndGet()));
    return bus.start();
  }

  private static Greet greet(String name) {
    return new Greet(name);
  }

  private void send(CommandBus commands) {
    commands.send(greet("Ada"));
    commands.sendAll(List.of(greet("Bob"), greet("Cid")));
    commands.send(greet("Dan"));
    commands.sendAll(List.of(greet("Eve"), greet("Fay")));
  }

  @Test
  void no_two_commands_of_a_request_have_the_same_key() {
    send(ofRequest());
    send(ofRequest()); // the same request once more

    assertThat(used)
        .extracting(key -> key.map(IdempotencyKey::place).orElse(0))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void a_key_of_the_sender_counts_its_own_places() {
    CommandBus commands = ofRequest().withIdempotencyKey("own");

    commands.sendAll(List.of(greet("Ada"), greet("Bob")));

    assertThat(used)
        .containsExactly(
            Optional.of(new IdempotencyKey("own", 1)), Optional.of(new IdempotencyKey("own", 2)));
  }
}
