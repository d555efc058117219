package io.orchestrix.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which keys somebody sends: the one that he has given, or else those of the request that the
 * thread serves. Thread-safe.
 *
 * @param given {@code null} if he has given none
 */
record SenderKeys(CommandServices services, @Nullable IdempotencyKey given) {

  /** That of the next command; those of a handler have none. */
  @Nullable IdempotencyKey next() {
    if (given != null || services.current().isBound()) {
      return given;
    }
    return services.requestKeys().next().orElse(null);
  }

  /** A place for each under the key of the sender, or each the next key of the request. */
  List<@Nullable IdempotencyKey> next(int many) {
    List<@Nullable IdempotencyKey> keys = new ArrayList<>(many);
    for (int place = 1; place <= many; place++) {
      keys.add(given == null ? next() : given.at(place));
    }
    return keys;
  }

  /** What was sent under it was not done. */
  void giveBack(@Nullable IdempotencyKey used) {
    if (given == null && used != null) {
      services.requestKeys().giveBack(used);
    }
  }

  /** The last one first, as only the last one that was given can be given back. */
  void giveBack(List<@Nullable IdempotencyKey> used) {
    for (int i = used.size(); i > 0; i--) {
      giveBack(used.get(i - 1));
    }
  }
}
