package io.orchestrix.cdi;

import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.Asynchronous;

/** Handlers with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable", "ClassCanBeStatic"})
final class FaultyHandlers {

  private static final String HERE = FaultyHandlers.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("two handlers", First.class, Second.class)
            .isRefusedWith(
                "ORX-6001",
                HERE + "First.ask(Ask)",
                HERE + "Second.alsoAsk(Ask, Missing)",
                "both handle the command " + HERE + "Ask",
                "remove @HandlesCommand from one of them"),
        FaultyDeployment.of("one handler inherited by two beans", Heir.class, OtherHeir.class)
            .isRefusedWith("ORX-6001", HERE + "Heir.ask(Ask)", HERE + "OtherHeir.ask(Ask)"),
        FaultyDeployment.of("text is no command", OfText.class)
            .isRefusedWith("ORX-6002", HERE + "OfText.ask(String)", "java.lang.String"),
        FaultyDeployment.of("all commands are no command", OfAnyCommand.class)
            .isRefusedWith("ORX-6002", "OfAnyCommand.ask(Command)"),
        FaultyDeployment.of("a choice of commands is no command", OfChoice.class)
            .isRefusedWith("ORX-6002", HERE + "OfChoice.ask(Choice)", "a handler for each"),
        FaultyDeployment.of("a type variable is no command", OfVariable.class)
            .isRefusedWith("ORX-6002", HERE + "OfVariable.ask(Command)", "on a C"),
        FaultyDeployment.of("a generic command", OfGeneric.class)
            .isRefusedWith("ORX-6002", HERE + "OfGeneric.ask(Wrap)", "not generic"),
        FaultyDeployment.of("private handler", Private.class)
            .isRefusedWith("ORX-6003", HERE + "Private.ask(Ask)"),
        FaultyDeployment.of("static handler", Static.class)
            .isRefusedWith("ORX-6003", HERE + "Static.ask(Ask)"),
        FaultyDeployment.of("handler on a bean that hides its class", Hidden.class)
            .isRefusedWith("ORX-6003", HERE + "Hidden.ask(Ask)", "@LocalBean"),
        FaultyDeployment.of("two commands in one method", OfTwo.class)
            .isRefusedWith("ORX-6004", HERE + "OfTwo.both(Ask, Tell)"),
        FaultyDeployment.of("handler in a transaction of its own", OwnTransaction.class)
            .isRefusedWith("ORX-6027", HERE + "OwnTransaction.ask(Ask)", "REQUIRES_NEW"),
        FaultyDeployment.of("handler of a class without transactions", Outside.class)
            .isRefusedWith("ORX-6027", HERE + "Outside.ask(Ask)", "NOT_SUPPORTED"),
        FaultyDeployment.of("a parameter that nobody provides", WithMissingBean.class)
            .isRefusedWith("ORX-6005", "parameter 2 of " + HERE + "WithMissingBean.ask"),
        FaultyDeployment.of("abstract handler class that no bean extends", Abstract.class)
            .isRefusedWith(
                "ORX-6009", HERE + "Abstract.ask(Ask)", "is abstract and no bean", "Extend it"),
        FaultyDeployment.of("@HandlesCommand only in an interface", OnInterface.class, Impl.class)
            .isRefusedWith("ORX-6009", HERE + "OnInterface.ask(Ask)", "is an interface"),
        FaultyDeployment.of("handler in an inner class", Inner.class)
            .isRefusedWith("ORX-6009", HERE + "Inner.ask(Ask)", "inner class", "Make it static"),
        FaultyDeployment.of("handler class without a constructor for CDI", Needy.class)
            .isRefusedWith("ORX-6009", HERE + "Needy.ask(Ask)", "constructor", "@Inject"),
        FaultyDeployment.of("handler in an enum", Enumerated.class)
            .isRefusedWith("ORX-6009", HERE + "Enumerated.ask(Ask)", "is an enum"),
        FaultyDeployment.of("handler in an interceptor", Intercepting.class)
            .isRefusedWith("ORX-6009", HERE + "Intercepting.ask(Ask)", "is an interceptor"),
        FaultyDeployment.of("handler that is an observer as well", Observing.class)
            .isRefusedWith("ORX-6010", HERE + "Observing.ask(Ask, String)", "@Observes"),
        FaultyDeployment.of("handler that is a producer as well", Producing.class)
            .isRefusedWith("ORX-6010", HERE + "Producing.ask(Ask)", "@Produces"),
        FaultyDeployment.of("handler that is an initializer as well", Initializing.class)
            .isRefusedWith("ORX-6010", HERE + "Initializing.ask(Ask)", "@Inject"),
        FaultyDeployment.of("handler that answers later", Later.class)
            .isRefusedWith("ORX-6011", HERE + "Later.ask(Ask)", "CompletionStage"),
        FaultyDeployment.of("handler on another thread", Elsewhere.class)
            .isRefusedWith("ORX-6011", HERE + "Elsewhere.ask(Ask)", "@Asynchronous"),
        FaultyDeployment.of("handler on a class that cannot have a proxy", Final.class)
            .isRefusedWith("ORX-6012", HERE + "Final.ask(Ask)", "final"),
        FaultyDeployment.of("final handler method", FinalMethod.class)
            .isRefusedWith("ORX-6012", HERE + "FinalMethod.ask(Ask)", "final"));
  }

  record Ask() implements Command {}

  record Tell() implements Command {}

  sealed interface Choice extends Command permits One, Other {}

  record One() implements Choice {}

  record Other() implements Choice {}

  record Wrap<T>(T value) implements Command {}

  interface Missing {}

  @ApplicationScoped
  static class First {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class Second {
    void alsoAsk(@HandlesCommand Ask command, Missing missing) {}
  }

  abstract static class Ancestor {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class Heir extends Ancestor {}

  @ApplicationScoped
  static class OtherHeir extends Ancestor {}

  @ApplicationScoped
  static class OfText {
    void ask(@HandlesCommand String text) {}
  }

  @ApplicationScoped
  static class OfAnyCommand {
    void ask(@HandlesCommand Command command) {}
  }

  @ApplicationScoped
  static class OfChoice {
    void ask(@HandlesCommand Choice command) {}
  }

  @ApplicationScoped
  static class OfVariable {
    <C extends Command> void ask(@HandlesCommand C command) {}
  }

  @ApplicationScoped
  static class OfGeneric {
    void ask(@HandlesCommand Wrap<String> command) {}
  }

  @ApplicationScoped
  static class Private {
    private void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class Static {
    static void ask(@HandlesCommand Ask command) {}
  }

  @Typed(Missing.class)
  @ApplicationScoped
  static class Hidden implements Missing {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class OfTwo {
    void both(@HandlesCommand Ask ask, @HandlesCommand Tell tell) {}
  }

  @ApplicationScoped
  static class WithMissingBean {
    void ask(@HandlesCommand Ask command, Missing missing) {}
  }

  @ApplicationScoped
  abstract static class Abstract {
    void ask(@HandlesCommand Ask command) {}
  }

  interface OnInterface {
    void ask(@HandlesCommand Ask command);
  }

  @ApplicationScoped
  static class Impl implements OnInterface {
    @Override
    public void ask(Ask command) {}
  }

  @ApplicationScoped
  class Inner {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class Needy {
    Needy(Missing missing) {}

    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  enum Enumerated {
    INSTANCE;

    void ask(@HandlesCommand Ask command) {}
  }

  @Shouted
  @Interceptor
  static class Intercepting {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class Observing {
    void ask(@HandlesCommand Ask command, @Observes String event) {}
  }

  @ApplicationScoped
  static class Producing {
    @Produces
    String ask(@HandlesCommand Ask command) {
      return "asked";
    }
  }

  @ApplicationScoped
  static class Initializing {
    @Inject
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class Later {
    CompletionStage<String> ask(@HandlesCommand Ask command) {
      return CompletableFuture.completedStage("asked");
    }
  }

  @Dependent
  static class Elsewhere {
    @Asynchronous
    Object ask(@HandlesCommand Ask command) {
      return "asked";
    }
  }

  @ApplicationScoped
  static final class Final {
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  static class FinalMethod {
    final void ask(@HandlesCommand Ask command) {}
  }

  private FaultyHandlers() {}

  @ApplicationScoped
  static class OwnTransaction {
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void ask(@HandlesCommand Ask command) {}
  }

  @ApplicationScoped
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  static class Outside {
    void ask(@HandlesCommand Ask command) {}
  }
}
