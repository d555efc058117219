package io.orchestrix.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.it.guest.Notes;
import io.orchestrix.it.guest.own.OwnBeans;
import io.orchestrix.it.guest.own.TimeResource;
import io.orchestrix.it.guest.rest.AtApi;
import io.orchestrix.it.guest.rest.NotesResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications that list their classes and map Jakarta REST in web.xml as well. */
@ExtendWith(ArquillianExtension.class)
class WebXmlRestIT {

  @Deployment(name = "same-path", testable = false)
  static WebArchive samePath() {
    return mapped("same-path", "/api/*");
  }

  @Deployment(name = "other-path", testable = false)
  static WebArchive otherPath() {
    return mapped("other-path", "/services/*");
  }

  /** Without the library, WildFly takes it only undeclared, and Liberty only declared. */
  private static WebArchive mapped(String name, String pattern) {
    var declared = ManagedServer.kind().title().startsWith("Open Liberty");
    return Applications.war(name)
        .addClasses(Notes.class, AtApi.class, NotesResource.class)
        .addClasses(OwnBeans.class, TimeResource.class)
        .setWebXML(Applications.restInWebXml(declared, pattern));
  }

  @Test
  void at_its_own_path_it_serves_what_it_lists_and_nothing_else() throws Exception {
    for (var path : new String[] {"/same-path/api/", "/other-path/api/"}) {
      var guest = new Guest(path);

      assertThat(guest.write("1", "one").body()).as(path).isEqualTo("1");
      assertThat(guest.read("1").body()).as(path).isEqualTo("one");
      assertThat(guest.get("times/1").statusCode()).as("not listed, at %s", path).isEqualTo(404);
    }
  }

  @Test
  void another_path_in_web_xml_still_leads_nowhere() throws Exception {
    var guest = new Guest("/other-path/services/");

    assertThat(guest.write("2", "one").statusCode()).isEqualTo(404);
    assertThat(guest.get("times/2").statusCode()).isEqualTo(404);
  }
}
