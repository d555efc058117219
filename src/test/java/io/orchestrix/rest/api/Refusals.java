package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.OrchestrixException;
import io.orchestrix.OrchestrixException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Sees how requests are refused. */
final class Refusals {

  private Refusals() {}

  static void refused(String code, Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OrchestrixException.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(code);
              assertThat(failure.kind()).isEqualTo(kind);
            });
  }
}
