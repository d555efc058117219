package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.message.Violation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class ValidatingCommandHandlerTest {

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private final CommandHandler handler =
      new ValidatingCommandHandler(VALIDATOR, message -> "handled");

  private static CommandMessage message(Order order) {
    return new CommandMessage(order, new Greet("Ada").message().metadata());
  }

  private InvalidCommandException refused(Order order) {
    return catchThrowableOfType(
        InvalidCommandException.class, () -> handler.handle(message(order)));
  }

  private List<String> pointers(Order order) {
    return refused(order).violations().stream().map(Violation::pointer).toList();
  }

  @Test
  void a_valid_command_passes() throws Exception {
    assertThat(handler.handle(message(Order.by("Ada")))).isEqualTo("handled");
  }

  @Test
  void a_violation_says_where_and_what() {
    InvalidCommandException refusal = refused(Order.by(" "));

    assertThat(refusal.code()).isEqualTo("ORX-2102");
    assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
    assertThat(refusal.violations())
        .containsExactly(new Violation("/customer", "must not be blank"));
    assertThat(refusal.details()).isEqualTo(Map.of("errors", refusal.violations()));
    assertThat(refusal).hasMessageContaining("Greet is not valid: /customer must not be blank.");
  }

  @Test
  void several_violations_are_sorted_by_place() {
    Order order = Order.by("").in("").with(new Order.Line(0, 0), new Order.Line(-1, 0));

    assertThat(pointers(order))
        .containsExactly("/address/city", "/customer", "/lines/0/from", "/lines/1/from");
  }

  @Test
  void a_constraint_on_the_whole_command_points_to_the_whole() {
    assertThat(pointers(Order.by("nobody"))).containsExactly("");
  }

  @Test
  void a_constraint_on_a_whole_element_points_to_that_element() {
    assertThat(pointers(Order.by("Ada").with(new Order.Line(2, 1)))).containsExactly("/lines/0");
  }

  @Test
  void a_constraint_on_a_plain_element_points_to_that_element() {
    assertThat(pointers(Order.by("Ada").tagged("a", ""))).containsExactly("/tags/1");
  }

  @Test
  void a_constraint_on_an_element_of_an_element_points_there() {
    assertThat(pointers(Order.by("Ada").grouped(List.of(List.of(), List.of("a", "")))))
        .containsExactly("/groups/1/1");
  }

  @Test
  void a_constraint_on_the_value_of_a_key_points_to_the_key_escaped() {
    assertThat(pointers(Order.by("Ada").priced("tea", 0))).containsExactly("/prices/tea");
    assertThat(pointers(Order.by("Ada").priced("a/b.c[0]~", 0)))
        .containsExactly("/prices/a~1b.c[0]~0");
  }
}
