package io.orchestrix.rest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrix.message.GlobalPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An event that nobody can read keeps nobody from seeing that it is there, and what follows. */
class UnreadableEventsTest {

  @Test
  void one_that_cannot_be_read_is_listed_with_the_reason() throws SQLException {
    try (Site site = Site.start("full")) {
      GlobalPosition bad = site.count("bad", 1);
      GlobalPosition good = site.count("good", 2);
      forget(site, bad);
      EventsApi events = site.get(EventsApi.class);

      EventQuery ofCategory = new EventQuery();
      ofCategory.categories = List.of("count");
      EventView seen = events.find(bad.toString());
      Page<EventView> page =
          events.list(new EventQuery(), Site.paging(Long.toString(bad.value() - 1), "10"));

      Page<EventView> filtered = events.list(ofCategory, Site.all());
      Page<EventView> stream =
          site.get(StreamsApi.class).events("count", "bad", null, null, null, Site.all());

      assertThat(filtered.items())
          .extracting(EventView::position)
          .contains(bad.value(), good.value());
      assertThat(stream.items())
          .singleElement()
          .satisfies(only -> assertThat(only.unreadable()).isEqualTo("ORX-3011"));
      assertThat(seen.unreadable()).isEqualTo("ORX-3011");
      assertThat(seen.payloads()).isNull();
      assertThat(page.items()).extracting(EventView::position).contains(bad.value(), good.value());
      assertThat(page.items()).filteredOn(one -> one.unreadable() == null).isNotEmpty();
    }
  }

  private static void forget(Site site, GlobalPosition event) throws SQLException {
    String schema = System.getProperty("orchestrix.db-schema"); // as the container has set it
    try (Connection connection = site.container().dataSource().get().getConnection();
        Statement statement = connection.createStatement()) {
      int changed =
          statement.executeUpdate(
              "update \"%s\".orx_event set type = 'Forgotten' where position = %s"
                  .formatted(schema, event));
      assertThat(changed).isEqualTo(1);
    }
  }
}
