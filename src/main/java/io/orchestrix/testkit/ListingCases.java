package io.orchestrix.testkit;

import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.eventstore.StreamInfo;
import io.orchestrix.eventstore.StreamQuery;
import io.orchestrix.eventstore.StreamState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lists of streams. */
final class ListingCases {

  private ListingCases() {}

  static void addTo(Cases cases) {
    cases
        .add(
            "streams are listed in the order of their names",
            scene -> {
              List.of("b", "a_", "B", "a", "a-", "10", "9", "a/b")
                  .forEach(key -> scene.appendTo(key, "x"));
              expect(scene, own(scene), "10", "9", "B", "a", "a-", "a/b", "a_", "b");
            })
        .add("many streams are listed page by page", ListingCases::pages)
        .add(
            "a list goes on after a name that is in no list",
            scene -> {
              List.of("a", "c").forEach(key -> scene.appendTo(key, "x"));
              Expect.equal("after b", keys(scene, own(scene), "b", 9), List.of("c"));
              Expect.equal("after c", keys(scene, own(scene), "c", 9), List.of());
            })
        .add("streams are listed by their category", ListingCases::categories)
        .add(
            "what begins like a name is no category",
            scene -> {
              StreamId stream = scene.stream("one/two");
              scene.store().append(stream, AppendCondition.any(), scene.notes("a"));
              expect(scene, own(scene), stream.key());
              expect(scene, StreamQuery.ACTIVE.category(scene.category() + "/one"));
            })
        .add(
            "streams are found by any part of their names",
            scene -> {
              List.of("ACC-1", "ACC-2", "acc-1", "XACC-1").forEach(key -> scene.appendTo(key, "x"));
              expect(scene, own(scene).text("ACC-1"), "ACC-1", "XACC-1");
              expect(scene, own(scene).text("/ACC"), "ACC-1", "ACC-2");
              expect(scene, own(scene).text(scene.category() + "/acc"), "acc-1");
              expect(scene, own(scene).text("ACC-3"));
              Expect.equal(
                  "in every category",
                  keys(scene, StreamQuery.ACTIVE.text(scene.category() + "/A"), null, 9),
                  List.of("ACC-1", "ACC-2"));
            })
        .add(
            "what means something to a database is a text like others",
            scene -> {
              List.of("a%b", "a_b", "a\\b", "a'b", "axb", "\u00e4\ud83d\ude00")
                  .forEach(key -> scene.appendTo(key, "x"));
              expect(scene, own(scene).text("%"), "a%b");
              expect(scene, own(scene).text("_"), "a_b");
              expect(scene, own(scene).text("a\\b"), "a\\b");
              expect(scene, own(scene).text("'"), "a'b");
              expect(scene, own(scene).text("\ud83d\ude00"), "\u00e4\ud83d\ude00");
            })
        .add("streams are listed by their state", ListingCases::states)
        .add(
            "a list says of a stream what is known of it",
            scene -> {
              scene.append(AppendCondition.any(), "a", "b");
              Expect.equal(
                  "the list",
                  scene.store().streams(own(scene), null, 9),
                  List.of(scene.info(scene.stream())));
            });
  }

  private static StreamQuery own(Scene scene) {
    return StreamQuery.ACTIVE.category(scene.category());
  }

  private static List<String> keys(
      Scene scene, StreamQuery query, @Nullable String after, int atMost) {
    @Nullable StreamId last = after == null ? null : scene.stream(after);
    return scene.store().streams(query, last, atMost).stream()
        .map(stream -> stream.id().key())
        .toList();
  }

  private static void expect(Scene scene, StreamQuery query, String... expected) {
    Expect.equal("the streams of " + query, keys(scene, query, null, 99), List.of(expected));
  }

  private static void pages(Scene scene) {
    List<String> expected = IntStream.range(100, 125).mapToObj(Integer::toString).toList();
    expected.forEach(key -> scene.appendTo(key, "x"));

    List<String> seen = new ArrayList<>();
    @Nullable String last = null;
    for (List<String> page = keys(scene, own(scene), last, 10);
        !page.isEmpty() && seen.size() < 100;
        page = keys(scene, own(scene), last, 10)) {
      Expect.that("a page has at most 10 streams", page.size() <= 10);
      seen.addAll(page);
      last = page.get(page.size() - 1);
    }
    Expect.equal("the streams", seen, expected);
  }

  private static void categories(Scene scene) {
    StreamId other = new StreamId(scene.category() + "-x", "b");
    scene.appendTo("a", "x");
    scene.store().append(other, AppendCondition.any(), scene.notes("x"));

    expect(scene, own(scene), "a");
    Expect.equal(
        "the other one",
        scene.store().streams(StreamQuery.ACTIVE.category(other.category()), null, 9).stream()
            .map(StreamInfo::id)
            .toList(),
        List.of(other));
  }

  private static void states(Scene scene) {
    List.of("a", "b", "c", "d").forEach(key -> scene.appendTo(key, "x"));
    scene.store().archive(scene.stream("b"));
    scene.store().archive(scene.stream("d"));
    scene.store().delete(scene.stream("c"));

    expect(scene, own(scene), "a");
    expect(scene, own(scene).state(StreamState.ARCHIVED), "b", "d");
    expect(scene, own(scene).state(StreamState.DELETED), "c");
    expect(scene, own(scene).state(null), "a", "b", "c", "d");
    expect(scene, own(scene).state(StreamState.ARCHIVED).text("/d"), "d");
    Expect.equal(
        "archived ones after b",
        keys(scene, own(scene).state(StreamState.ARCHIVED), "b", 9),
        List.of("d"));
  }
}
