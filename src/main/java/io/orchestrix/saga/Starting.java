package io.orchestrix.saga;

import io.orchestrix.saga.SagaEvent.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How instances begin. */
final class Starting {

  private Starting() {}

  static Started entry(
      SagaDefinition<?> definition,
      String key,
      @Nullable ReceivedEvent event,
      @Nullable Object input,
      Instant now) {
    Map<String, Instant> scheduled = new LinkedHashMap<>();
    for (DeadlineRoute<?> deadline : definition.deadlines().values()) {
      Duration after = deadline.afterStart();
      if (after != null) {
        scheduled.put(deadline.name(), now.plus(after));
      }
    }
    return new Started(definition.name(), definition.version(), key, event, input, scheduled);
  }

  static SagaRow row(SagaDefinition<?> definition, String key, Instant now) {
    return new SagaRow(
        new SagaId(definition.name(), key),
        definition.version(),
        SagaStatus.ACTIVE,
        null,
        now,
        now);
  }
}
