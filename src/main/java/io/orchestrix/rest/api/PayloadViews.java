package io.orchestrix.rest.api;

import io.orchestrix.OrchestrixException;
import io.orchestrix.config.Keys;
import io.orchestrix.config.PayloadVisibility;
import io.orchestrix.config.Settings;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.PayloadException;
import io.orchestrix.message.RawEvent;
import io.orchestrix.message.Sensitive;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what operators see of what is kept as JSON, and of what failures say: their texts may
 * hold values of payloads, so only where all may be seen more is shown than a code or the name of a
 * class. Of JSON whose class nobody knows nobody can tell what is sensitive. Thread-safe.
 */
@ApplicationScoped
class PayloadViews {

  private static final Pattern CODE_OR_CLASS =
      Pattern.compile("ORX-\\d{4}\\b|[\\w$]+(\\.[\\w$]+)+(?=:|$)");

  private final PayloadCodec raw = new JacksonPayloadCodec();
  private PayloadVisibility visibility = PayloadVisibility.NONE;

  @Inject PayloadCodec codec;
  @Inject EventFormat format;

  @Inject
  void show(Settings settings) {
    visibility = settings.get(Keys.PAYLOAD_VISIBILITY);
  }

  boolean isAllShown() {
    return visibility == PayloadVisibility.FULL;
  }

  /** What JSON says; sensitive components are masked where it is written. */
  @Nullable Object of(String json, @Nullable Class<?> type) {
    if (json.isEmpty()) {
      return null;
    }
    return switch (visibility) {
      case NONE -> null;
      case FULL -> tree(json);
      case MASKED -> type == null ? Sensitive.MASK : typed(json, type);
    };
  }

  private Object tree(String json) {
    try {
      return raw.decode(json, Object.class);
    } catch (PayloadException e) {
      return json;
    }
  }

  private Object typed(String json, Class<?> type) {
    try {
      return codec.decode(json, type);
    } catch (PayloadException e) {
      return Sensitive.MASK;
    }
  }

  /** What a tree of JSON says. */
  @Nullable Object ofTree(@Nullable Object tree, @Nullable Class<?> type) {
    return tree == null || isAllShown() ? tree : of(raw.encode(tree), type);
  }

  /** What an event says that is kept outside of the store. */
  @Nullable Object ofEvent(StoredPayload stored) {
    if (visibility != PayloadVisibility.MASKED) {
      return of(stored.json(), null);
    }
    try {
      List<Event> events = format.decode(stored);
      return events.size() == 1 && !(events.get(0) instanceof RawEvent)
          ? events.get(0)
          : Sensitive.MASK;
    } catch (OrchestrixException e) {
      return Sensitive.MASK;
    }
  }

  /** What a failure says. */
  @Nullable String ofFailure(@Nullable String text) {
    if (text == null || isAllShown()) {
      return text;
    }
    Matcher begins = CODE_OR_CLASS.matcher(text);
    return begins.lookingAt() ? begins.group() : Sensitive.MASK;
  }
}
