package io.orchestrix.config;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Tells names that are configured and begin as ours do, and that nobody reads.
 *
 * <p>Environment variables cannot have dots: {@code ORCHESTRIX_RETRY_ATTEMPTS} is {@code
 * orchestrix.retry.attempts}. Some servers list such a variable as it is, some list what they guess
 * it stands for as well; so a name is judged by its variable where that is listed.
 */
final class UnknownKeys {

  private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");
  private static final Pattern VARIABLE = Pattern.compile("(?i)orchestrix_\\w+");

  private final Set<String> keys;
  private final Set<String> variables;

  /**
   * @param keys all that are read, those of single commands and projections included
   */
  UnknownKeys(Collection<String> keys) {
    this.keys = new TreeSet<>(keys);
    this.variables = this.keys.stream().map(UnknownKeys::variable).collect(Collectors.toSet());
  }

  /** What is wrong with {@code names}, in sentences for people. */
  List<String> among(Iterable<String> names) {
    Set<String> configured =
        StreamSupport.stream(names.spliterator(), false)
            .map(name -> PROFILE.matcher(name).replaceFirst(""))
            .filter(UnknownKeys::isOurs)
            .collect(Collectors.toCollection(TreeSet::new));
    return configured.stream()
        .filter(name -> !isKnown(name, configured))
        .map(this::sentence)
        .toList();
  }

  private static boolean isOurs(String name) {
    return name.startsWith("orchestrix.") || VARIABLE.matcher(name).matches();
  }

  private boolean isKnown(String name, Set<String> configured) {
    return isVariable(name)
        ? variables.contains(variable(name))
        : keys.contains(name) || configured.contains(variable(name));
  }

  private String sentence(String name) {
    return "%s is configured, but there is no such key%s."
        .formatted(
            name.replaceAll("\\p{Cntrl}", "?"),
            nearest(name).map(key -> "; the nearest is " + key).orElse(""));
  }

  /** The key that differs in the fewest letters, if most are the same. */
  private Optional<String> nearest(String name) {
    String wanted = variable(name);
    String best = null;
    int least = wanted.length() / 4;
    for (String key : keys) {
      int distance = Distance.between(wanted, variable(key));
      if (distance < least) {
        least = distance;
        best = key;
      }
    }
    return Optional.ofNullable(best).map(key -> isVariable(name) ? variable(key) : key);
  }

  private static boolean isVariable(String name) {
    return !name.startsWith("orchestrix.");
  }

  /** The environment variable of a key, as MicroProfile Config finds it. */
  private static String variable(String key) {
    return key.replaceAll("\\W", "_").toUpperCase(Locale.ROOT);
  }
}
