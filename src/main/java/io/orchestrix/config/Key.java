package io.orchestrix.config;

import java.util.function.Function;

/**
 * A configuration key with its type.
 *
 * @param name the full name, {@code orchestrix.} included
 * @param byDefault what applies when nothing is configured, as text
 * @param expects what a value looks like, for people
 * @param parser makes the typed value; throws {@link IllegalArgumentException} on a wrong one
 */
public record Key<T>(String name, String byDefault, String expects, Function<String, T> parser) {

  private static final String ROOT = "orchestrix.";
  private static final String PROJECTIONS = ROOT + "projections.";

  /** The key for one command, {@code orchestrix.command.Deposit.} before the rest of the name. */
  Key<T> ofCommand(String command) {
    String rest = name.substring(ROOT.length());
    return new Key<>(ROOT + "command." + command + "." + rest, byDefault, expects, parser);
  }

  /** The key for one projection, {@code orchestrix.projection.balances.} before the end of it. */
  Key<T> ofProjection(String projection) {
    String rest = name.substring(PROJECTIONS.length());
    return new Key<>(ROOT + "projection." + projection + "." + rest, byDefault, expects, parser);
  }
}
