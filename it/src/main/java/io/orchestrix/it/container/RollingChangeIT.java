package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.guest.Notes;
import io.orchestrix.it.guest.WriteLine;
import io.orchestrix.it.guest.next.LineWritten;
import io.orchestrix.it.guest.next.Note;
import io.orchestrix.it.guest.rest.NotesResource;
import io.orchestrix.it.guest.rest.WithoutClasses;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two versions of an application work on one store while the newer one takes over. */
@ExtendWith(ArquillianExtension.class)
class RollingChangeIT {

  private static final StringAsset ONE_STORE =
      new StringAsset("orchestrix.schema=migrate\norchestrix.db-schema=rolling\n");

  @Deployment(name = "before", testable = false)
  static WebArchive before() {
    return ShrinkWrap.create(WebArchive.class, "before.war")
        .addAsLibraries(Applications.libraries())
        .addClasses(Applications.note())
        .addClasses(Notes.class, WithoutClasses.class, NotesResource.class)
        .addAsResource(ONE_STORE, Applications.CONFIGURATION);
  }

  @Deployment(name = "after", testable = false)
  static WebArchive after() {
    return ShrinkWrap.create(WebArchive.class, "after.war")
        .addAsLibraries(Applications.libraries())
        .addClasses(LineWritten.class, Note.class, WriteLine.class, WithoutClasses.class)
        .addClasses(
            io.orchestrix.it.guest.next.Notes.class,
            io.orchestrix.it.guest.next.NotesResource.class)
        .addAsResource(ONE_STORE, Applications.CONFIGURATION);
  }

  @Test
  void the_newer_one_reads_both_and_the_older_one_decides_nothing_on_half_of_a_history()
      throws Exception {
    var before = new Guest("/before/api/");
    var after = new Guest("/after/api/");

    assertThat(before.write("1", "old").body()).isEqualTo("1");
    assertThat(after.read("1").body()).isEqualTo("old, somebody");
    assertThat(after.write("1", "new").body()).isEqualTo("2");

    var refused = before.write("1", "late");
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body()).contains("ORX-3011");
    assertThat(before.write("2", "still old").body()).isEqualTo("1");

    assertThat(after.read("1").body()).isEqualTo("old, somebody\nnew, Ada");
    assertThat(after.read("2").body()).isEqualTo("still old, somebody");
  }
}
