package io.orchestrix.it;

import io.orchestrix.it.guest.operations.LettersResource;
import io.orchestrix.it.guest.operations.ProjectionsResource;
import io.orchestrix.it.guest.operations.RowsResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

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
    try {
      var packed =
          Files.createTempFile(Files.createDirectories(Path.of("target/it")), "bank", ".war");
      ShrinkWrap.createFromZipFile(WebArchive.class, bank.toFile())
          .addClasses(ProjectionsResource.class, RowsResource.class)
          .addClasses(LettersResource.class, LettersResource.Letter.class)
          .addAsResource(new StringAsset(CONFIGURATION), "META-INF/microprofile-config.properties")
          .as(ZipExporter.class)
          .exportTo(packed.toFile(), true);
      Files.move(packed, bank, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
