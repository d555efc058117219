package io.orchestrix.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ActingCallerTest {

  private record Named(String name) implements Caller {
    @Override
    public boolean isInRole(String role) {
      return role.equals("user");
    }
  }

  private final ActingCaller caller = new ActingCaller(new Named("ada"));

  @Test
  void it_is_the_caller_of_the_application_outside() {
    assertThat(caller.name()).isEqualTo("ada");
    assertThat(caller.isInRole("user")).isTrue();
    assertThat(caller.isInRole("clerk")).isFalse();
  }

  @Test
  void inside_it_has_the_name_and_every_role() throws Exception {
    String names =
        caller.callAs(
            "bob",
            () -> {
              String inner = caller.callAs("", () -> "<" + caller.name() + ">");
              return caller.name() + inner + caller.name() + caller.isInRole("clerk");
            });

    assertThat(names).isEqualTo("bob<>bobtrue");
    assertThat(caller.name()).isEqualTo("ada");
  }

  @Test
  void on_behalf_of_somebody_it_has_his_roles() throws Exception {
    List<Boolean> roles =
        caller.callAs(
            "bob",
            List.of("clerk"),
            () -> List.of(caller.isInRole("clerk"), caller.isInRole("user")));

    assertThat(roles).containsExactly(true, false);
  }

  @Test
  void a_failure_ends_it() {
    assertThatThrownBy(
            () ->
                caller.callAs(
                    "bob",
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(caller.name()).isEqualTo("ada");
  }

  @Test
  void other_threads_know_nothing_of_it_unless_the_work_is_carried() throws Exception {
    List<String> names = new ArrayList<>();

    caller.callAs(
        "bob",
        () -> {
          CompletableFuture.runAsync(() -> names.add(caller.name())).join();
          CompletableFuture.runAsync(caller.carry(() -> names.add(caller.name()))).join();
          return "";
        });
    CompletableFuture.runAsync(caller.carry(() -> names.add(caller.name()))).join();

    assertThat(names).containsExactly("ada", "bob", "ada");
  }
}
