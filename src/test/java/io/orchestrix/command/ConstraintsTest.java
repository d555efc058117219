package io.orchestrix.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrix.message.Command;
import io.orchestrix.message.Violation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** Constraints of Bean Validation that a command is most often given. */
class ConstraintsTest {

  record Book(
      @NotBlank String owner,
      @Positive BigDecimal amount,
      @PositiveOrZero BigDecimal fee,
      @Min(1) @Max(31) int day,
      @Size(min = 3, max = 5) String code,
      @Pattern(regexp = "EUR|USD") String currency,
      @NotEmpty List<String> lines)
      implements Command {}

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private String owner = "Ada";
  private BigDecimal amount = BigDecimal.ONE;
  private BigDecimal fee = BigDecimal.ZERO;
  private int day = 1;
  private String code = "abc";
  private String currency = "EUR";
  private List<String> lines = List.of("a");

  private Book command() {
    return new Book(owner, amount, fee, day, code, currency, lines);
  }

  private CommandMessage message() {
    return new CommandMessage(command(), new Greet("Ada").message().metadata());
  }

  private void isTaken() throws Exception {
    CommandHandler handler = new ValidatingCommandHandler(VALIDATOR, message -> "handled");

    assertThat(handler.handle(message())).isEqualTo("handled");
  }

  private void isRefused(String pointer, String detail) {
    CommandHandler handler = new ValidatingCommandHandler(VALIDATOR, message -> "handled");

    InvalidCommandException refusal =
        catchThrowableOfType(InvalidCommandException.class, () -> handler.handle(message()));

    assertThat(refusal.violations()).containsExactly(new Violation(pointer, detail));
  }

  @Test
  void a_text_is_not_empty() throws Exception {
    isTaken();
    owner = " ";
    isRefused("/owner", "must not be blank");
  }

  @Test
  void a_number_is_positive() throws Exception {
    amount = new BigDecimal("0.01");
    isTaken();
    amount = BigDecimal.ZERO;
    isRefused("/amount", "must be greater than 0");
  }

  @Test
  void a_number_is_not_negative() throws Exception {
    isTaken();
    fee = new BigDecimal("-0.01");
    isRefused("/fee", "must be greater than or equal to 0");
  }

  @Test
  void a_number_is_in_a_range() throws Exception {
    day = 31;
    isTaken();
    day = 32;
    isRefused("/day", "must be less than or equal to 31");
    day = 0;
    isRefused("/day", "must be greater than or equal to 1");
  }

  @Test
  void a_text_has_a_minimum_and_a_maximum_length() throws Exception {
    code = "abcde";
    isTaken();
    code = "ab";
    isRefused("/code", "size must be between 3 and 5");
    code = "abcdef";
    isRefused("/code", "size must be between 3 and 5");
  }

  @Test
  void a_text_is_one_of_several() throws Exception {
    currency = "USD";
    isTaken();
    currency = "XYZ";
    isRefused("/currency", "must match \"EUR|USD\"");
  }

  @Test
  void a_list_is_not_empty() throws Exception {
    isTaken();
    lines = List.of();
    isRefused("/lines", "must not be empty");
  }
}
