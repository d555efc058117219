package io.orchestrix.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Packs into a WAR what tests need of an application and it does not ship. */
public final class Wars {

  private Wars() {}

  /** Makes {@code target} of the WAR {@code source} and more; both may be the same file. */
  public static void extend(Path source, Path target, Consumer<WebArchive> more) {
    try {
      var packed =
          Files.createTempFile(Files.createDirectories(Path.of("target/it")), "packed", ".war");
      var war = ShrinkWrap.createFromZipFile(WebArchive.class, source.toFile());
      more.accept(war);
      war.as(ZipExporter.class).exportTo(packed.toFile(), true);
      Files.move(packed, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
