package io.orchestrix.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import jakarta.ejb.Asynchronous;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"UnusedMethod", "UnusedVariable", "unused"})
class HandlerRulesTest {

  record Ask(@TargetId String id) implements Command {}

  record AskMore(@TargetId String id) implements Command {}

  sealed interface Choice extends Command permits Chosen {}

  record Chosen(@TargetId String id) implements Choice {}

  record Generic<T>(@TargetId String id, T more) implements Command {}

  private static void assertRefused(Class<?> type, String code, String... parts) {
    assertThat(AggregateType.mistakes(type))
        .singleElement()
        .returns(code, InvalidAggregateException::code)
        .satisfies(mistake -> assertThat(mistake.getMessage()).contains(parts))
        .satisfies(
            mistake ->
                assertThatThrownBy(() -> AggregateType.of(type)).hasMessage(mistake.getMessage()));
  }

  private static String in(Class<?> type) {
    return type.getName() + ".ask(";
  }

  @Aggregate("a")
  static class Several extends AggregateRoot {
    void ask(@HandlesCommand Ask ask, @HandlesCommand AskMore more) {}
  }

  @Aggregate("a")
  static class Static extends AggregateRoot {
    static void ask(@HandlesCommand Ask ask) {}
  }

  @Aggregate("a")
  static class OfChoice extends AggregateRoot {
    void ask(@HandlesCommand Choice ask) {}
  }

  @Aggregate("a")
  static class OfEvent extends AggregateRoot {
    void ask(@HandlesCommand Event ask) {}
  }

  @Aggregate("a")
  static class OfGeneric extends AggregateRoot {
    void ask(@HandlesCommand Generic<String> ask) {}
  }

  abstract static class Asked<C extends Command> extends AggregateRoot {
    void ask(@HandlesCommand C ask) {}
  }

  @Aggregate("a")
  static class OfVariable extends Asked<Ask> {}

  @Aggregate("a")
  static class Twice extends AggregateRoot {
    void ask(@HandlesCommand Ask ask) {}

    private void answer(@HandlesCommand Ask ask) {}
  }

  @Aggregate("a")
  static class CreatesNothing extends AggregateRoot {
    @Creates
    void ask(Ask ask) {}
  }

  @Aggregate("a")
  static class Staged extends AggregateRoot {
    CompletionStage<String> ask(@HandlesCommand Ask ask) {
      return CompletableFuture.completedFuture("");
    }
  }

  @Aggregate("a")
  static class Later extends AggregateRoot {
    @Asynchronous
    void ask(@HandlesCommand Ask ask) {}
  }

  @Aggregate("a")
  static class NamedWhen extends AggregateRoot {
    void when(@HandlesCommand Ask ask) {}
  }

  interface Asking {
    void ask(@HandlesCommand Ask ask);
  }

  @Aggregate("a")
  static class Unmarked extends AggregateRoot implements Asking {
    @Override
    public void ask(Ask ask) {}
  }

  @Aggregate("a")
  static class Marked extends AggregateRoot implements Asking {
    @Override
    public void ask(@HandlesCommand Ask ask) {}
  }

  @Test
  void a_method_that_cannot_handle_a_command_is_refused() {
    assertRefused(Several.class, "ORX-4019", in(Several.class) + "Ask, AskMore)");
    assertRefused(Static.class, "ORX-4020", in(Static.class) + "Ask)", "is static");
    assertRefused(Unmarked.class, "ORX-4020", in(Unmarked.class), "is abstract");
    assertRefused(OfChoice.class, "ORX-4021", in(OfChoice.class) + "Choice)");
    assertRefused(OfEvent.class, "ORX-4021", in(OfEvent.class) + "Event)");
    assertRefused(OfGeneric.class, "ORX-4021", "Generic<java.lang.String>");
    assertRefused(OfVariable.class, "ORX-4021", in(OfVariable.class), " on a C.");
    assertRefused(
        Twice.class, "ORX-4022", in(Twice.class) + "Ask)", Twice.class.getName() + ".answer(Ask)");
    assertRefused(CreatesNothing.class, "ORX-4023", in(CreatesNothing.class) + "Ask)");
    assertRefused(Staged.class, "ORX-4024", "returns a CompletionStage");
    assertRefused(Later.class, "ORX-4024", "is @Asynchronous");
    assertRefused(NamedWhen.class, "ORX-4025", NamedWhen.class.getName() + ".when(Ask)");
    assertThat(AggregateType.mistakes(Marked.class)).isEmpty();
  }

  record Targetless(String id) implements Command {}

  record Torn(@TargetId String from, @TargetId String to) implements Command {}

  record Whole(String value) {}

  record Wrapped(@TargetId Whole id) implements Command {}

  record Perhaps(@TargetId Optional<String> id) implements Command {}

  record Several2(@TargetId List<String> ids) implements Command {}

  record Bare(@TargetId Object id) implements Command {}

  record Parametrised(String id) implements Command {
    @TargetId
    String id(int number) {
      return id + number;
    }
  }

  @Aggregate("a")
  static class Targets extends AggregateRoot {
    void a(@HandlesCommand Targetless command) {}

    void b(@HandlesCommand Torn command) {}

    void c(@HandlesCommand Wrapped command) {}

    void d(@HandlesCommand Perhaps command) {}

    void e(@HandlesCommand Several2 command) {}

    void f(@HandlesCommand Bare command) {}

    void g(@HandlesCommand Parametrised command) {}
  }

  @Test
  void a_command_has_to_say_whom_it_is_for() {
    List<InvalidAggregateException> mistakes = AggregateType.mistakes(Targets.class);

    assertThat(mistakes).hasSize(7).allMatch(mistake -> mistake.code().equals("ORX-4018"));
    assertThat(mistakes)
        .extracting(InvalidAggregateException::getMessage)
        .satisfiesExactly(
            text -> assertThat(text).contains("Targets.a(Targetless)", "has no @TargetId"),
            text -> assertThat(text).contains("@TargetId on", "from", " and ", "to"),
            text -> assertThat(text).contains("a Whole has no text"),
            text -> assertThat(text).contains("a Optional has no text"),
            text -> assertThat(text).contains("a List has no text"),
            text -> assertThat(text).contains("a Object has no text"),
            text -> assertThat(text).contains("takes parameters"));
  }

  @Aggregate("no category")
  static class Hopeless extends AggregateRoot {
    Hopeless(String need) {}

    void when(String helper, Event event) {}

    static void ask(@HandlesCommand Ask ask) {}
  }

  @Test
  void all_mistakes_of_a_class_are_told() {
    assertThat(AggregateType.mistakes(Hopeless.class))
        .extracting(InvalidAggregateException::code)
        .containsExactly("ORX-4006", "ORX-4008", "ORX-4005", "ORX-4020");
  }
}
