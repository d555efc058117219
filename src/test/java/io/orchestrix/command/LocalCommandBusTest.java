package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException.Kind;
import java.io.IOException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LocalCommandBusTest {

  private static CommandBus busWith(CommandHandler handler) {
    return new TestBus().handling(Greet.class, Object.class, handler).start();
  }

  private final Greet command = new Greet("Ada");

  @Test
  void the_answer_of_the_handler_comes_back() {
    CommandBus bus = busWith(message -> "Hello " + ((Greet) message.payload()).name());

    assertThat(bus.send(command)).isEqualTo("Hello Ada");
    assertThat(bus.send(command, String.class)).isEqualTo("Hello Ada");
  }

  @Test
  void a_handler_without_an_answer_answers_null() {
    assertThat(busWith(message -> null).send(command)).isNull();
  }

  @Test
  void a_command_without_a_handler_is_refused_with_the_fix() {
    CommandBus bus = new TestBus().start();

    assertThatThrownBy(() -> bus.send(command))
        .isInstanceOf(NoHandlerException.class)
        .hasMessageStartingWith("ORX-2101 Tried to send a io.orchestrix.command.Greet; nobody")
        .hasMessageContaining("@HandlesCommand Greet")
        .asInstanceOf(InstanceOfAssertFactories.type(NoHandlerException.class))
        .returns("ORX-2101", NoHandlerException::code)
        .returns(Kind.FAULT, NoHandlerException::kind);
  }

  @Test
  void an_answer_of_another_type_is_refused_naming_both() {
    CommandBus bus = busWith(message -> 42);

    assertThatThrownBy(() -> bus.send(command, String.class))
        .isInstanceOf(HandlerFailedException.class)
        .hasMessageStartingWith("ORX-2104")
        .hasMessageContainingAll("Greet", "java.lang.String", "java.lang.Integer");
  }

  @Test
  void no_answer_is_not_the_expected_answer() {
    CommandBus bus = busWith(message -> null);

    assertThatThrownBy(() -> bus.send(command, String.class))
        .hasMessageStartingWith("ORX-2104")
        .hasMessageContaining("answered with nothing");
  }

  @Test
  void a_checked_exception_comes_as_the_cause() {
    IOException failure = new IOException("disk full");
    CommandBus bus =
        busWith(
            message -> {
              throw failure;
            });

    assertThatThrownBy(() -> bus.send(command))
        .isInstanceOf(HandlerFailedException.class)
        .hasMessageStartingWith("ORX-2103 The handler of io.orchestrix.command.Greet, ")
        .hasMessageContaining("java.io.IOException: disk full")
        .hasCause(failure);
  }

  @Test
  void an_unchecked_exception_comes_as_it_is() {
    IllegalStateException failure = new IllegalStateException("no");
    CommandBus bus =
        busWith(
            message -> {
              throw failure;
            });

    assertThatThrownBy(() -> bus.send(command)).isSameAs(failure);
  }

  @Test
  void the_message_carries_the_simple_name_of_the_command_and_no_subject() {
    CommandBus bus = busWith(CommandMessage::metadata);

    assertThat(bus.send(command))
        .hasFieldOrPropertyWithValue("type", "Greet")
        .hasFieldOrPropertyWithValue("source", "/test")
        .hasFieldOrPropertyWithValue("subject", null)
        .hasFieldOrPropertyWithValue("causationId", null);
  }
}
