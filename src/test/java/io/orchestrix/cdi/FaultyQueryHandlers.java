package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.message.Command;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.Query;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Handlers of queries with a mistake each. */
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable", "ClassCanBeStatic"})
final class FaultyQueryHandlers {

  private static final String HERE = FaultyQueryHandlers.class.getName() + "$";

  static Stream<FaultyDeployment> deployments() {
    return Stream.of(
        FaultyDeployment.of("two handlers of a query", First.class, Second.class)
            .isRefusedWith(
                "ORX-6001",
                HERE + "First.count(Count)",
                HERE + "Second.alsoCount(Count)",
                "both handle the query " + HERE + "Count",
                "A query has exactly one handler",
                "remove @HandlesQuery from one of them"),
        FaultyDeployment.of("text is no query", OfText.class)
            .isRefusedWith("ORX-6002", HERE + "OfText.count(String) has @HandlesQuery", "Query"),
        FaultyDeployment.of("a command is no query", OfCommand.class)
            .isRefusedWith("ORX-6002", HERE + "OfCommand.count(Tell)"),
        FaultyDeployment.of("any query is no query", OfAnyQuery.class)
            .isRefusedWith("ORX-6002", HERE + "OfAnyQuery.count(Query)"),
        FaultyDeployment.of("private handler of a query", Private.class)
            .isRefusedWith("ORX-6003", HERE + "Private.count(Count)"),
        FaultyDeployment.of("static handler of a query", Static.class)
            .isRefusedWith("ORX-6003", HERE + "Static.count(Count)"),
        FaultyDeployment.of("two queries in one method", OfTwo.class)
            .isRefusedWith("ORX-6004", HERE + "OfTwo.both(Count, Names)", "for each query"),
        FaultyDeployment.of("a query and a command in one method", OfBoth.class)
            .isRefusedWith("ORX-6004", HERE + "OfBoth.both(Count, Tell)"),
        FaultyDeployment.of("a parameter of a query that nobody provides", WithMissing.class)
            .isRefusedWith("ORX-6005", "parameter 2 of " + HERE + "WithMissing.count"),
        FaultyDeployment.of("abstract class with a query", Abstract.class)
            .isRefusedWith("ORX-6009", HERE + "Abstract.count(Count) has @HandlesQuery"),
        FaultyDeployment.of("aggregate that answers a query", Counter.class)
            .isRefusedWith("ORX-6009", HERE + "Counter.count(Count)", "is an aggregate"),
        FaultyDeployment.of("handler of a query that is a producer as well", Producing.class)
            .isRefusedWith("ORX-6010", HERE + "Producing.count(Count)", "@Produces", "a query"),
        FaultyDeployment.of("handler of a query that answers later", Later.class)
            .isRefusedWith("ORX-6011", HERE + "Later.count(Promised)", "transaction of a query"),
        FaultyDeployment.of("handler of a query on a final class", Final.class)
            .isRefusedWith("ORX-6012", HERE + "Final.count(Count)", "final"),
        FaultyDeployment.of("two access rules of a query", AskingTwoRules.class)
            .isRefusedWith("ORX-6026", "The query " + HERE + "TwoRules"),
        FaultyDeployment.of("query without a type of answer", OfRaw.class)
            .isRefusedWith("ORX-2211", HERE + "OfRaw.count(Raw)", HERE + "Raw"),
        FaultyDeployment.of("answer of another type", Wrong.class)
            .isRefusedWith(
                "ORX-2212",
                HERE + "Wrong.names(Names) returns java.util.List<java.lang.Integer>",
                "is java.util.List<java.lang.String>"),
        FaultyDeployment.of("no answer", Silent.class)
            .isRefusedWith("ORX-2212", HERE + "Silent.count(Count) returns void"),
        FaultyDeployment.of("a blank projection", Blank.class)
            .isRefusedWith("ORX-2213", HERE + "Blank.count(Count)"),
        FaultyDeployment.of("an interval that is none", First.class)
            .with("orchestrix.query.update-interval", "fast")
            .isRefusedWith("ORX-5001", "orchestrix.query.update-interval is 'fast'"));
  }

  record Count() implements Query<Integer> {}

  record Names() implements Query<List<String>> {}

  record Promised() implements Query<CompletionStage<String>> {}

  @SuppressWarnings("rawtypes") // a mistake that is told
  record Raw() implements Query {}

  record Tell() implements Command {}

  @PermitAll
  @RolesAllowed("clerk")
  record TwoRules() implements Query<Integer> {}

  interface Missing {}

  @ApplicationScoped
  static class First {
    int count(@HandlesQuery Count query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class Second {
    int alsoCount(@HandlesQuery Count query) {
      return 2;
    }
  }

  @ApplicationScoped
  static class OfText {
    int count(@HandlesQuery String text) {
      return 1;
    }
  }

  @ApplicationScoped
  static class OfCommand {
    int count(@HandlesQuery Tell command) {
      return 1;
    }
  }

  @ApplicationScoped
  static class OfAnyQuery {
    int count(@HandlesQuery Query<Integer> query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class Private {
    private int count(@HandlesQuery Count query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class Static {
    static int count(@HandlesQuery Count query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class OfTwo {
    int both(@HandlesQuery Count query, @HandlesQuery Names names) {
      return 1;
    }
  }

  @ApplicationScoped
  static class OfBoth {
    int both(@HandlesQuery Count query, @HandlesCommand Tell command) {
      return 1;
    }
  }

  @ApplicationScoped
  static class WithMissing {
    int count(@HandlesQuery Count query, Missing missing) {
      return 1;
    }
  }

  @ApplicationScoped
  abstract static class Abstract {
    int count(@HandlesQuery Count query) {
      return 1;
    }
  }

  @Aggregate("counter")
  static class Counter extends AggregateRoot {
    int count(@HandlesQuery Count query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class Producing {
    @Produces
    Integer count(@HandlesQuery Count query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class Later {
    CompletionStage<String> count(@HandlesQuery Promised query) {
      return CompletableFuture.completedStage("one");
    }
  }

  @ApplicationScoped
  static final class Final {
    int count(@HandlesQuery Count query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class AskingTwoRules {
    int count(@HandlesQuery TwoRules query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class OfRaw {
    int count(@HandlesQuery Raw query) {
      return 1;
    }
  }

  @ApplicationScoped
  static class Wrong {
    List<Integer> names(@HandlesQuery Names query) {
      return List.of(1);
    }
  }

  @ApplicationScoped
  static class Silent {
    void count(@HandlesQuery Count query) {}
  }

  @ApplicationScoped
  static class Blank {
    int count(@HandlesQuery(reads = {"counts", " "}) Count query) {
      return 1;
    }
  }

  private FaultyQueryHandlers() {}
}
