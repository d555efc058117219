package io.orchestrix.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentMistakesTest {

  private static final String HERE = "io.orchestrix.cdi.Faulty$";

  private static String refusalOf(Class<?>... application) {
    Throwable refusal =
        catchThrowable(() -> Container.start(TestDatabase.h2(), application).close());
    assertThat(refusal).as("the application must not start").isNotNull();
    return String.valueOf(refusal.getMessage());
  }

  private static Arguments mistake(
      String name, List<Class<?>> application, String code, String... parts) {
    return argumentSet(name, application, code, List.of(parts));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            "two handlers",
            List.of(Faulty.FirstHandler.class, Faulty.SecondHandler.class),
            "ORX-6001",
            HERE + "FirstHandler.ask(Ask)",
            HERE + "SecondHandler.alsoAsk(Ask, Missing)",
            "both handle the command " + HERE + "Ask",
            "remove @HandlesCommand from one of them"),
        mistake(
            "text is no command",
            List.of(Faulty.HandlerOfText.class),
            "ORX-6002",
            HERE + "HandlerOfText.ask(String)",
            "java.lang.String"),
        mistake(
            "all commands are no command",
            List.of(Faulty.HandlerOfAnyCommand.class),
            "ORX-6002",
            "HandlerOfAnyCommand.ask(Command)"),
        mistake(
            "private handler",
            List.of(Faulty.PrivateHandler.class),
            "ORX-6003",
            HERE + "PrivateHandler.ask(Ask)"),
        mistake(
            "static handler",
            List.of(Faulty.StaticHandler.class),
            "ORX-6003",
            HERE + "StaticHandler.ask(Ask)"),
        mistake(
            "handler on a bean that hides its class",
            List.of(Faulty.HiddenHandler.class),
            "ORX-6003",
            HERE + "HiddenHandler.ask(Ask)"),
        mistake(
            "two commands in one method",
            List.of(Faulty.HandlerOfTwo.class),
            "ORX-6004",
            HERE + "HandlerOfTwo.both(Ask, Tell)"),
        mistake(
            "a parameter that nobody provides",
            List.of(Faulty.HandlerWithMissingBean.class),
            "ORX-6005",
            "parameter 2 of " + HERE + "HandlerWithMissingBean.ask(Ask, Missing)"),
        mistake(
            "one category twice",
            List.of(Faulty.OneThing.class, Faulty.OtherThing.class),
            "ORX-6006",
            HERE + "OneThing",
            HERE + "OtherThing",
            "'thing'"),
        mistake(
            "repository of an unknown aggregate",
            List.of(Faulty.InjectsUnknown.class),
            "ORX-6007",
            "InjectsUnknown.unknowns",
            HERE + "Unknown",
            "Annotate that class with @Aggregate"),
        mistake(
            "two events of one name",
            List.of(Faulty.OneEvent.class, Faulty.OtherEvent.class),
            "ORX-6008",
            HERE + "OneEvent",
            HERE + "OtherEvent",
            "'happened'"),
        mistake("no aggregate root", List.of(Faulty.Rootless.class), "ORX-4004", HERE + "Rootless"),
        mistake(
            "abstract aggregate",
            List.of(Faulty.AbstractAggregate.class),
            "ORX-4004",
            HERE + "AbstractAggregate"),
        mistake(
            "no constructor",
            List.of(Faulty.NeedyAggregate.class),
            "ORX-4005",
            HERE + "NeedyAggregate"),
        mistake(
            "bad category",
            List.of(Faulty.BadCategory.class),
            "ORX-4006",
            HERE + "BadCategory",
            "'not a/category'"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_keeps_the_application_from_starting(
      List<Class<?>> application, String code, List<String> parts) {
    assertThat(refusalOf(application.toArray(Class<?>[]::new)))
        .contains("ORX-6000 This application cannot start; to be corrected: 1\n  1) " + code + " ")
        .contains(parts);
  }

  @Test
  void a_wrong_configuration_keeps_the_application_from_starting() {
    System.setProperty("orchestrix.retry.attempts", "many");
    try {
      assertThat(refusalOf())
          .contains(
              "ORX-6000", "1) ORX-5001 orchestrix.retry.attempts is 'many'; it takes a whole");
    } finally {
      System.clearProperty("orchestrix.retry.attempts");
    }
  }

  @Test
  void all_mistakes_are_reported_together() {
    assertThat(
            refusalOf(
                Faulty.FirstHandler.class,
                Faulty.SecondHandler.class,
                Faulty.StaticHandler.class,
                Faulty.Rootless.class,
                Faulty.OneEvent.class,
                Faulty.OtherEvent.class,
                Faulty.InjectsUnknown.class))
        .contains("to be corrected: 5", "\n  1) ", "\n  2) ", "\n  3) ", "\n  4) ", "\n  5) ")
        .contains("ORX-6001", "ORX-6003", "ORX-4004", "ORX-6008", "ORX-6007");
  }
}
