package io.orchestrix.it.container;

import io.orchestrix.it.guest.LineWritten;
import io.orchestrix.it.guest.Note;
import io.orchestrix.it.guest.WriteLine;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Packs applications as their developers do: what they wrote and one dependency. */
final class Applications {
  static final String CONFIGURATION = "META-INF/microprofile-config.properties";
  static final Asset MIGRATE = new StringAsset("orchestrix.schema=migrate\n");

  private static final List<JavaArchive> LIBRARIES = read();

  private Applications() {}

  /** A WAR with the one dependency and a note without handlers. */
  static WebArchive war(String name) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addAsLibraries(libraries())
        .addClasses(note())
        .addAsResource(MIGRATE, CONFIGURATION);
  }

  static Class<?>[] note() {
    return new Class<?>[] {Note.class, LineWritten.class, WriteLine.class};
  }

  /** What Maven packs into a WAR for the one dependency: taken from the bank's. */
  static List<JavaArchive> libraries() {
    return LIBRARIES;
  }

  private static List<JavaArchive> read() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, ManagedServer.kind().bank().toFile())
        .getContent(path -> path.get().matches("/WEB-INF/lib/.*\\.jar"))
        .values()
        .stream()
        .map(library -> jar(library.getPath(), library.getAsset()))
        .toList();
  }

  /** The jars on our own class path that hold these classes. */
  static List<JavaArchive> of(Class<?>... classes) {
    return Stream.of(classes)
        .map(type -> Path.of(URI.create(String.valueOf(location(type)))).toFile())
        .map(file -> ShrinkWrap.createFromZipFile(JavaArchive.class, file))
        .toList();
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** A beans.xml of CDI 4. */
  static Asset beansXml(String discovery) {
    return new StringAsset(
        """
        <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
            bean-discovery-mode="%s"/>
        """
            .formatted(discovery));
  }

  /**
   * A web.xml that maps what the server finds of Jakarta REST.
   *
   * @param declared whether it declares the servlet too; Liberty demands that
   */
  static Asset restInWebXml(boolean declared, String pattern) {
    var name = "<servlet-name>jakarta.ws.rs.core.Application</servlet-name>";
    return new StringAsset(
        """
        <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
          %s
          <servlet-mapping>%s<url-pattern>%s</url-pattern></servlet-mapping>
        </web-app>
        """
            .formatted(declared ? "<servlet>" + name + "</servlet>" : "", name, pattern));
  }

  private static JavaArchive jar(ArchivePath path, Asset content) {
    var name = path.get().substring(path.get().lastIndexOf('/') + 1);
    return ShrinkWrap.create(ZipImporter.class, name)
        .importFrom(content.openStream())
        .as(JavaArchive.class);
  }
}
