package io.orchestrix.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.orchestrix.OrchestrixException;
import io.orchestrix.OrchestrixException.Kind;
import io.orchestrix.aggregate.DomainRuleException;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.AppendConflictException;
import io.orchestrix.eventstore.StreamId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  private static final class Failure extends OrchestrixException {
    private static final long serialVersionUID = 1L;

    Failure(Kind kind) {
      super("ORX-9001", kind, "The secret is 42.", new IllegalStateException("password"));
    }

    @Override
    public Map<String, Object> details() {
      return Map.of("secret", 42, "status", "SUSPENDED", "type", "mine");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID, 400",
    "NOT_FOUND, 404",
    "CONFLICT, 409",
    "REFUSED, 422",
    "UNAVAILABLE, 503"
  })
  void a_failure_says_what_happened_in_the_status_of_its_kind(Kind kind, int status) {
    Problem problem = Problem.of(new Failure(kind), "/accounts/1");

    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.members())
        .containsEntry("detail", "The secret is 42.")
        .containsEntry("instance", "/accounts/1")
        .containsEntry("code", "ORX-9001")
        .containsEntry("secret", 42)
        .containsKey("title");
  }

  @Test
  void details_do_not_replace_the_members_of_the_standard() {
    assertThat(Problem.of(new Failure(Kind.REFUSED), "/").members())
        .containsEntry("status", 422)
        .containsEntry("type", "urn:orchestrix:ORX-9001");
  }

  @Test
  void a_fault_of_the_server_tells_nothing_but_its_code() {
    Problem problem = Problem.of(new Failure(Kind.FAULT), "/accounts/1");

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.members())
        .containsExactly(
            entry("type", "urn:orchestrix:ORX-9001"),
            entry("title", "A fault of the server"),
            entry("status", 500),
            entry("detail", "The server could not do this; its log says why."),
            entry("instance", "/accounts/1"),
            entry("code", "ORX-9001"));
  }

  @Test
  void a_broken_rule_names_the_rule() {
    assertThat(Problem.of(new DomainRuleException("no-overdraft", "Too much."), "/").members())
        .containsEntry("rule", "no-overdraft")
        .containsEntry("detail", "Too much.");
  }

  @Test
  void a_conflict_names_the_versions() {
    AppendConflictException conflict =
        new AppendConflictException(new StreamId("account", "1"), AppendCondition.atVersion(2), 3);

    assertThat(Problem.of(conflict, "/").members())
        .containsEntry("stream", "account/1")
        .containsEntry("expected", 2L)
        .containsEntry("actual", 3L);
  }
}
