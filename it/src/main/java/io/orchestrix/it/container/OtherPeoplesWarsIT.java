package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.orchestrix.it.Servers;
import io.orchestrix.it.guest.Notes;
import io.orchestrix.it.guest.ejb.StatelessNotes;
import io.orchestrix.it.guest.own.OwnBeans;
import io.orchestrix.it.guest.own.TimeResource;
import io.orchestrix.it.guest.rest.AtApi;
import io.orchestrix.it.guest.rest.AtRoot;
import io.orchestrix.it.guest.rest.NotesResource;
import io.orchestrix.it.guest.rest.NotesServlet;
import io.orchestrix.it.guest.rest.WithoutClasses;
import io.orchestrix.it.guest.unit.CountedNotes;
import io.orchestrix.it.guest.unit.EntriesResource;
import io.orchestrix.it.guest.unit.Entry;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applications of other people add the one dependency: they get repositories and a bus, and keep
 * what they have.
 */
@ExtendWith(ArquillianExtension.class)
class OtherPeoplesWarsIT {

  /** An Application at the root that lists its classes; no beans.xml. */
  @Deployment(name = "at-root", testable = false)
  static WebArchive atRoot() {
    return Applications.war("at-root").addClasses(Notes.class, AtRoot.class, NotesResource.class);
  }

  /** An Application at a path that lists its classes; every class is a bean. */
  @Deployment(name = "at-path", testable = false)
  static WebArchive atPath() {
    return Applications.war("at-path")
        .addClasses(Notes.class, AtApi.class, NotesResource.class)
        .addAsWebInfResource(Applications.beansXml("all"), "beans.xml");
  }

  /**
   * An Application that leaves it to the server to find its classes; annotated classes are beans.
   */
  @Deployment(name = "without-classes", testable = false)
  static WebArchive withoutClasses() {
    return Applications.war("without-classes")
        .addClasses(Notes.class, WithoutClasses.class, NotesResource.class)
        .addAsWebInfResource(Applications.beansXml("annotated"), "beans.xml");
  }

  /** No Application, only a mapping in web.xml; an empty beans.xml. */
  @Deployment(name = "web-xml", testable = false)
  static WebArchive webXml() {
    return Applications.war("web-xml")
        .addClasses(Notes.class, NotesResource.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .setWebXML(Applications.restInWebXml(true, "/services/*"));
  }

  /** No Jakarta REST at all; aggregate and handlers in a library without beans.xml. */
  @Deployment(name = "servlet", testable = false)
  static WebArchive servlet() {
    var library =
        ShrinkWrap.create(JavaArchive.class, "notes.jar")
            .addClasses(Applications.note())
            .addClass(Notes.class);
    return ShrinkWrap.create(WebArchive.class, "servlet.war")
        .addAsLibraries(Applications.libraries())
        .addAsLibrary(library)
        .addClass(NotesServlet.class)
        .addAsResource(Applications.MIGRATE, Applications.CONFIGURATION);
  }

  /** A persistence unit of its own on the same data source. */
  @Deployment(name = "own-unit", testable = false)
  static WebArchive ownUnit() {
    return Applications.war("own-unit")
        .addClasses(WithoutClasses.class, NotesResource.class)
        .addClasses(CountedNotes.class, Entry.class, EntriesResource.class)
        .addAsResource("io/orchestrix/it/guest/unit/persistence.xml", "META-INF/persistence.xml");
  }

  /** A Clock and an ObjectMapper of its own. */
  @Deployment(name = "own-beans", testable = false)
  static WebArchive ownBeans() {
    return Applications.war("own-beans")
        .addClasses(Notes.class, WithoutClasses.class, NotesResource.class)
        .addClasses(OwnBeans.class, TimeResource.class);
  }

  /** Handlers on a session bean. */
  @Deployment(name = "ejb", testable = false)
  static WebArchive ejb() {
    return Applications.war("ejb")
        .addClasses(StatelessNotes.class, WithoutClasses.class, NotesResource.class);
  }

  /** The same WAR as a module of an EAR. */
  @Deployment(name = "in-ear", testable = false)
  static EnterpriseArchive inEar() {
    return ShrinkWrap.create(EnterpriseArchive.class, "in-ear.ear")
        .addAsModule(
            Applications.war("ear-web")
                .addClasses(Notes.class, WithoutClasses.class, NotesResource.class));
  }

  /** The same, taken apart: the library for the whole EAR, handlers in an EJB module. */
  @Deployment(name = "shared-in-ear", testable = false)
  static EnterpriseArchive sharedInEar() {
    return ShrinkWrap.create(EnterpriseArchive.class, "shared-in-ear.ear")
        .addAsLibraries(Applications.libraries().toArray(JavaArchive[]::new))
        .addAsModule(
            ShrinkWrap.create(JavaArchive.class, "notes-ejb.jar")
                .addClasses(Applications.note())
                .addClass(StatelessNotes.class)
                .addAsResource(Applications.MIGRATE, Applications.CONFIGURATION))
        .addAsModule(
            ShrinkWrap.create(WebArchive.class, "ear-shared.war")
                .addClasses(WithoutClasses.class, NotesResource.class)
                .addAsResource(Applications.MIGRATE, Applications.CONFIGURATION));
  }

  static Stream<Arguments> applications() {
    return Stream.of(
        arguments("`Application` at `/` that lists its classes; no `beans.xml`", "/at-root/"),
        arguments("`Application` at a path that lists its classes; `all`", "/at-path/api/"),
        arguments("`Application` without classes; `annotated`", "/without-classes/api/"),
        arguments(
            "no `Application`, a mapping in `web.xml`; an empty `beans.xml`", "/web-xml/services/"),
        arguments(
            "no Jakarta REST but a servlet; aggregate and handlers in a library without `beans.xml`",
            "/servlet/"),
        arguments(
            "a persistence unit of its own on the same data source, in one transaction",
            "/own-unit/api/"),
        arguments("a `Clock` and an `ObjectMapper` of its own", "/own-beans/api/"),
        arguments("handlers on a session bean", "/ejb/api/"),
        arguments("the WAR in an EAR", "/ear-web/api/"),
        arguments("the library in `lib` of an EAR, handlers in an EJB module", "/ear-shared/api/"));
  }

  private static final Map<String, Boolean> SEEN = new ConcurrentHashMap<>();

  @ParameterizedTest
  @MethodSource("applications")
  void it_writes_and_reads(String application, String path) throws Exception {
    SEEN.put(application, false);
    var guest = new Guest(path);
    var note = UUID.randomUUID().toString();

    assertThat(guest.read(note).statusCode()).isEqualTo(404);
    assertThat(guest.write(note, "one").body()).isEqualTo("1");
    assertThat(guest.write(note, "two").body()).isEqualTo("2");
    assertThat(guest.read(note).body()).isEqualTo("one\ntwo");
    assertThat(guest.write(note, "").statusCode()).isEqualTo(400);
    for (var line = 3; line <= 10; line++) {
      assertThat(guest.write(note, "more").statusCode()).isEqualTo(200);
    }
    assertThat(guest.write(note, "too much").statusCode()).isEqualTo(422);
    assertThat(guest.get("orchestrix/api/commands").statusCode())
        .as("nobody is let into the API, which is nowhere but below the context")
        .isEqualTo(path.matches("/[^/]+/") ? nobody() : 404);
    SEEN.put(application, true);
  }

  /** What a server answers for a WAR that has no login to ask for. */
  private static int nobody() {
    return ManagedServer.kind().title().startsWith("WildFly") ? 500 : 401;
  }

  @AfterAll
  static void the_documentation_says_the_same() throws IOException {
    CompatibilityTable.hold(ManagedServer.kind().title(), SEEN);
  }

  @Test
  void applications_see_nothing_of_one_another() throws Exception {
    var one = new Guest("/at-root/");
    var other = new Guest("/at-path/api/");

    assertThat(one.write("shared", "mine").statusCode()).isEqualTo(200);
    assertThat(other.read("shared").statusCode()).isEqualTo(404);
    assertThat(other.write("shared", "also mine").body()).isEqualTo("1");
    assertThat(one.read("shared").body()).isEqualTo("mine");
    assertThat(other.read("shared").body()).isEqualTo("also mine");
    for (var schema : new String[] {"at_root", "at_path"}) {
      assertThat(Servers.postgres().count(schema + ".orx_event where stream_id = 'note/shared'"))
          .as("events in the tables of %s", schema)
          .isEqualTo(1);
    }
  }

  @Test
  void its_own_unit_and_the_events_commit_and_roll_back_together() throws Exception {
    var guest = new Guest("/own-unit/api/");

    assertThat(guest.write("1", "kept").statusCode()).isEqualTo(200);
    assertThat(guest.write("1", "undo").statusCode()).isEqualTo(422);
    assertThat(guest.read("1").body()).isEqualTo("kept");
    assertThat(guest.get("entries/1").body()).isEqualTo("1");
    assertThat(guest.write("2", "undo").statusCode()).isEqualTo(422);
    assertThat(guest.read("2").statusCode()).isEqualTo(404);
    assertThat(guest.get("entries/2").statusCode()).isEqualTo(404);
  }

  @Test
  void its_own_clock_and_mapper_are_used_and_left_alone() throws Exception {
    var guest = new Guest("/own-beans/api/");

    assertThat(guest.write("1", "now").statusCode()).isEqualTo(200);
    assertThat(guest.get("times/1").body()).isEqualTo("{\"first_line\":\"" + OwnBeans.NOW + "\"}");
  }
}
