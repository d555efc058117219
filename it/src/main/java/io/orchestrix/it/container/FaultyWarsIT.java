package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.it.guest.Notes;
import io.orchestrix.it.guest.faulty.HiddenHandler;
import io.orchestrix.it.guest.faulty.SecondHandler;
import io.orchestrix.it.guest.faulty.UnknownAggregate;
import io.orchestrix.it.guest.faulty.UnnamedUnit;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications with a mistake do not start, and the server says which, and what to do. */
@ExtendWith(ArquillianExtension.class)
class FaultyWarsIT {

  @ArquillianResource Deployer deployer;

  @Deployment(name = "two-handlers", managed = false, testable = false)
  static WebArchive twoHandlers() {
    return Applications.war("two-handlers").addClasses(Notes.class, SecondHandler.class);
  }

  @Test
  void two_handlers() throws Exception {
    assertThat(refusalOf("two-handlers"))
        .contains("ORX-6000", "ORX-6001 ", Notes.class.getName(), SecondHandler.class.getName())
        .contains("remove @HandlesCommand from one of them");
  }

  @Deployment(name = "unknown-aggregate", managed = false, testable = false)
  static WebArchive unknownAggregate() {
    return Applications.war("unknown-aggregate")
        .addClasses(UnknownAggregate.class, UnknownAggregate.class.getDeclaredClasses()[0]);
  }

  @Test
  void a_repository_of_an_unknown_aggregate() throws Exception {
    assertThat(refusalOf("unknown-aggregate"))
        .contains("ORX-6007 ", UnknownAggregate.class.getName() + ".repository")
        .contains("Annotate that class with @Aggregate");
  }

  @Deployment(name = "wrong-value", managed = false, testable = false)
  static WebArchive wrongValue() {
    return Applications.war("wrong-value")
        .addAsResource(
            new StringAsset("orchestrix.schema=update\norchestrix.retry.attempts=often\n"),
            Applications.CONFIGURATION);
  }

  @Test
  void wrong_values_in_the_configuration() throws Exception {
    assertThat(refusalOf("wrong-value"))
        .contains("ORX-5001 orchestrix.schema is 'update'; it takes validate, migrate or none")
        .contains("ORX-5001 orchestrix.retry.attempts is 'often'");
  }

  @Deployment(name = "missing-tables", managed = false, testable = false)
  static WebArchive missingTables() {
    return Applications.war("missing-tables")
        .addAsResource(new StringAsset("orchestrix.schema=validate\n"), Applications.CONFIGURATION);
  }

  @Test
  void tables_that_nobody_made() throws Exception {
    assertThat(refusalOf("missing-tables"))
        .contains("ORX-5101 The tables of the database schema 'missing_tables'")
        .contains("Set orchestrix.schema=migrate");
  }

  @Deployment(name = "hidden-handler", managed = false, testable = false)
  static WebArchive hiddenHandler() {
    return Applications.war("hidden-handler").addClasses(HiddenHandler.class);
  }

  @Test
  void a_handler_of_a_session_bean_that_is_not_public() throws Exception {
    assertThat(refusalOf("hidden-handler"))
        .contains("ORX-6017 ", HiddenHandler.class.getName() + ".write(WriteLine)", "public");
  }

  @Deployment(name = "unnamed-unit", managed = false, testable = false)
  static WebArchive unnamedUnit() {
    return Applications.war("unnamed-unit").addClasses(UnnamedUnit.class);
  }

  @Test
  void a_persistence_context_without_a_name() throws Exception {
    assertThat(refusalOf("unnamed-unit"))
        .contains("ORX-60", UnnamedUnit.class.getName() + ".entities", "unitName");
  }

  /** Deploys it in vain; answers with what the server wrote meanwhile. */
  private String refusalOf(String name) throws IOException {
    var log = ManagedServer.server().log();
    var before = Files.readString(log).length();
    assertThatThrownBy(() -> deployer.deploy(name)).as("deployment of %s", name).isNotNull();
    return Files.readString(log).substring(before);
  }
}
