package io.orchestrix.command;

import io.orchestrix.config.Keys;
import io.orchestrix.config.Settings;
import io.orchestrix.unitofwork.RetryPolicy;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How often each kind of command is tried, and how long it may take, as configured. Immutable. */
final class CommandPolicies {

  /**
   * @param timeout how long it may take, over all its attempts; zero for no limit
   */
  record Policy(RetryPolicy retry, Duration timeout) {

    private static Policy of(Settings settings, String command) {
      RetryPolicy retry =
          new RetryPolicy(
              settings.get(Keys.RETRY_POLICY, command),
              settings.get(Keys.RETRY_ATTEMPTS, command),
              settings.get(Keys.RETRY_PAUSE, command),
              settings.get(Keys.RETRY_LONGEST, command),
              settings.get(Keys.RETRY_JITTER, command));
      return new Policy(retry, settings.get(Keys.TIMEOUT, command));
    }
  }

  private final Map<String, Policy> byCommand = new HashMap<>();
  private final Policy ofOthers;

  /**
   * @param commands the logical names of their types
   */
  CommandPolicies(Settings settings, Collection<String> commands) {
    commands.forEach(command -> byCommand.put(command, Policy.of(settings, command)));
    this.ofOthers = Policy.of(settings, CommandBatch.ALL);
  }

  Policy of(String command) {
    return byCommand.getOrDefault(command, ofOthers);
  }
}
