package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.Tag;
import java.util.List;

/** An event to test with: it has tags. */
@EventType("orchestrix.testkit.labelled")
public record Labelled(String text, @Tag("owner") String owner, @Tag("label") List<String> labels)
    implements Event {}
