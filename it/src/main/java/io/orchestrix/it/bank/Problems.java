package io.orchestrix.it.bank;

import static org.assertj.core.api.Assertions.assertThat;

/** The form of every error answer: RFC 9457 with a code that the documentation explains. */
final class Problems {
  private Problems() {}

  static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.type()).as("%s", answer).startsWith("application/problem+json");
    assertThat(answer.number("status").intValue()).isEqualTo(status);
    assertThat(answer.text("code")).as("%s", answer).matches("ORX-\\d{4}");
    assertThat(answer.text("type")).as("%s", answer).isNotBlank();
    assertThat(answer.text("title")).as("%s", answer).isNotBlank();
    assertThat(answer.text("detail")).as("%s", answer).isNotBlank();
  }

  /** A validation failure names the member of the request that is wrong. */
  static void assertInvalid(Answer answer, String pointer) {
    assertProblem(answer, 400);
    assertThat(answer.body().path("errors"))
        .as("%s", answer)
        .anySatisfy(
            error -> {
              assertThat(error.path("pointer").asString()).isEqualTo(pointer);
              assertThat(error.path("detail").asString()).isNotBlank();
            });
  }
}
