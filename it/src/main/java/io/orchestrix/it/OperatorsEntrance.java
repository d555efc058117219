package io.orchestrix.it;

import io.orchestrix.it.guest.operations.LettersResource;
import io.orchestrix.it.guest.operations.ProjectionsResource;
import io.orchestrix.it.guest.operations.RowsResource;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/** What tests need of the bank and what it does not ship: its projections over HTTP. */
final class OperatorsEntrance {

  /** Soon, so that nobody waits: a beat each quarter of a second, and the old version is gone. */
  private static final String CONFIGURATION =
      """
      orchestrix.schema=migrate
      orchestrix.subscriptions.lease=PT4S
      orchestrix.projections.old-kept=PT1S
      orchestrix.projections.failure.pause=PT0.02S
      """;

  private OperatorsEntrance() {}

  static void addTo(Path bank) {
    Wars.extend(
        bank,
        bank,
        war ->
            war.addClasses(ProjectionsResource.class, RowsResource.class)
                .addClasses(LettersResource.class, LettersResource.Letter.class)
                .addAsResource(
                    new StringAsset(CONFIGURATION), "META-INF/microprofile-config.properties"));
  }
}
