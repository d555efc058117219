package io.orchestrix.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static Settings with(Map<String, String> configured) {
    return new Settings(name -> Optional.ofNullable(configured.get(name)));
  }

  @Test
  void what_is_not_configured_has_its_default() {
    Settings settings = with(Map.of());

    assertThat(settings.get(Keys.SCHEMA)).isEqualTo(SchemaMode.VALIDATE);
    assertThat(settings.get(Keys.RETRY_ATTEMPTS)).isEqualTo(10);
    assertThat(settings.get(Keys.RETRY_PAUSE)).isEqualTo(Duration.ofMillis(5));
    assertThat(settings.get(Keys.UNKNOWN_EVENTS)).isEqualTo(UnknownEvents.FAIL);
    assertThat(settings.mistakes()).isEmpty();
  }

  @Test
  void what_is_configured_counts_whatever_surrounds_it() {
    Settings settings =
        with(
            Map.of(
                "orchestrix.schema", " Migrate ",
                "orchestrix.db-schema", "bank_2",
                "orchestrix.source", "urn:bank",
                "orchestrix.retry.attempts", "100\n",
                "orchestrix.retry.pause", "PT0S"));

    assertThat(settings.get(Keys.SCHEMA)).isEqualTo(SchemaMode.MIGRATE);
    assertThat(settings.databaseSchema()).isEqualTo("bank_2");
    assertThat(settings.messageSource()).isEqualTo("urn:bank");
    assertThat(settings.get(Keys.RETRY_ATTEMPTS)).isEqualTo(100);
    assertThat(settings.get(Keys.RETRY_PAUSE)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orchestrix.schema         | drop            | validate, migrate or none",
        "orchestrix.schema         | ''              | validate, migrate or none",
        "orchestrix.db-schema      | Bank            | all lower case",
        "orchestrix.db-schema      | 1bank           | a letter, then",
        "orchestrix.db-schema      | bank\";drop     | a letter, then",
        "orchestrix.source         | my bank         | a URI reference",
        "orchestrix.retry.attempts | 0               | a number of attempts from 1 to 100",
        "orchestrix.retry.attempts | 101             | a number of attempts from 1 to 100",
        "orchestrix.retry.attempts | ten             | a number of attempts from 1 to 100",
        "orchestrix.retry.attempts | 99999999999     | a number of attempts from 1 to 100",
        "orchestrix.retry.pause    | 5ms             | an ISO-8601 duration",
        "orchestrix.retry.pause    | PT-1S           | from PT0S to PT1H",
        "orchestrix.unknown-events | ignore          | fail, skip or raw",
        "orchestrix.retry.pause    | PT9999999999999999H | an ISO-8601 duration",
      })
  void a_wrong_value_is_refused_with_its_name_and_what_it_takes(
      String name, String value, String expected) {
    assertThat(with(Map.of(name, value)).mistakes())
        .singleElement()
        .satisfies(
            mistake ->
                assertThat(mistake)
                    .hasMessageStartingWith("ORX-5001 %s is '%s'; it takes ".formatted(name, value))
                    .hasMessageContaining(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orchestrix.source", "orchestrix.db-schema"})
  void a_text_that_no_column_holds_is_refused(String name) {
    assertThat(with(Map.of(name, "a".repeat(256))).mistakes()).hasSize(1);
  }

  @Test
  void all_wrong_values_are_found() {
    Settings settings = with(Map.of("orchestrix.schema", "x", "orchestrix.retry.pause", "x"));

    assertThat(settings.mistakes()).hasSize(2);
    assertThatThrownBy(() -> settings.get(Keys.SCHEMA)).isInstanceOf(ConfigurationException.class);
  }

  @Test
  void without_a_server_the_name_of_the_application_is_asked_for() {
    assertThatThrownBy(() -> with(Map.of()).databaseSchema())
        .hasMessageStartingWith("ORX-5002")
        .hasMessageContainingAll("orchestrix.db-schema", "orchestrix.source");
  }

  @Test
  void a_long_name_becomes_an_identifier_that_is_allowed() {
    String identifier = new ApplicationName("b".repeat(100)).asIdentifier();

    assertThat(with(Map.of("orchestrix.db-schema", identifier)).databaseSchema())
        .isEqualTo("b".repeat(63));
  }
}
