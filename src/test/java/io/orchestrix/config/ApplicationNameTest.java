package io.orchestrix.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationNameTest {

  @ParameterizedTest
  @CsvSource({
    "banking, banking, banking",
    "My-Bank, My-Bank, my_bank",
    "my-bank-1.4.2, my-bank, my_bank",
    "my-bank_1.4.2-SNAPSHOT, my-bank, my_bank",
    "my-bank-2, my-bank-2, my_bank_2",
    "2nd bank, 2nd bank, app_2nd_bank",
    "Bänk, Bänk, b_nk",
  })
  void a_name_leaves_its_version_out_and_becomes_an_identifier(
      String file, String name, String identifier) {
    ApplicationName application = new ApplicationName(file);

    assertThat(application.value()).isEqualTo(name);
    assertThat(application.asIdentifier()).isEqualTo(identifier);
  }
}
