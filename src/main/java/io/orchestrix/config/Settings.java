package io.orchestrix.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The configuration that is in force, read by typed {@linkplain Keys keys}. Thread-safe. */
public final class Settings {

  private static final Logger LOG = System.getLogger(Settings.class.getName());

  private final Function<String, Optional<String>> source;
  private final Iterable<String> names;

  /** Reads from {@code source}, which answers with the text configured for a name. */
  public Settings(Function<String, Optional<String>> source) {
    this(source, List.of());
  }

  /**
   * @param names all that is configured, whoever it is for
   */
  Settings(Function<String, Optional<String>> source, Iterable<String> names) {
    this.source = source;
    this.names = names;
  }

  /** The settings of the application on this thread, from MicroProfile Config. */
  public static Settings ofApplication() {
    Config config = ConfigProvider.getConfig();
    return new Settings(
        name -> config.getOptionalValue(name, String.class), config.getPropertyNames());
  }

  /**
   * The value of {@code key}, or what applies by default.
   *
   * @throws ConfigurationException if what is configured is wrong
   */
  public <T> T get(Key<T> key) {
    String text = source.apply(key.name()).orElse(key.byDefault()).strip();
    try {
      return key.parser().apply(text);
    } catch (IllegalArgumentException e) {
      throw ConfigurationException.wrongValue(key, text, e);
    }
  }

  /**
   * The value of {@code key} for one command: {@code orchestrix.command.Deposit.timeout} for the
   * key {@code orchestrix.timeout}, or what applies to all commands.
   *
   * @param command the logical name of its type
   * @throws ConfigurationException if what is configured is wrong
   */
  public <T> T get(Key<T> key, String command) {
    Key<T> own = key.ofCommand(command);
    return source.apply(own.name()).isPresent() ? get(own) : get(key);
  }

  /**
   * The value of {@code key} for one projection: {@code orchestrix.projection.balances.batch-time}
   * for the key {@code orchestrix.projections.batch-time}, or what applies to all.
   *
   * @throws ConfigurationException if what is configured is wrong
   */
  public <T> T ofProjection(Key<T> key, String projection) {
    Key<T> own = key.ofProjection(projection);
    return source.apply(own.name()).isPresent() ? get(own) : get(key);
  }

  /** What is wrong with what is configured for single projections; empty when all is well. */
  public List<ConfigurationException> mistakesOfProjections(Collection<String> projections) {
    return mistakes(
        projections.stream()
            .flatMap(
                projection -> Keys.OF_PROJECTIONS.stream().map(key -> key.ofProjection(projection)))
            .filter(key -> source.apply(key.name()).isPresent()));
  }

  /** The database schema of this application's tables. */
  public String databaseSchema() {
    String configured = get(Keys.DB_SCHEMA);
    return configured.isEmpty() ? ApplicationName.lookup().asIdentifier() : configured;
  }

  /** The source of this application's messages. */
  public String messageSource() {
    String configured = get(Keys.SOURCE);
    return configured.isEmpty() ? "/" + ApplicationName.lookup().value() : configured;
  }

  /** What is wrong with the configuration, all of it; empty when all is well. */
  public List<ConfigurationException> mistakes() {
    return mistakes(Keys.ALL.stream());
  }

  /** What is wrong with what is configured for single commands; empty when all is well. */
  public List<ConfigurationException> mistakes(Collection<String> commands) {
    return mistakes(
        commands.stream()
            .flatMap(command -> Keys.OF_COMMANDS.stream().map(key -> key.ofCommand(command)))
            .filter(key -> source.apply(key.name()).isPresent()));
  }

  /**
   * Warns of names that begin as ours do and that nobody reads, such as misspelt ones. They are no
   * mistakes: another application on this server may have that command, and another version of this
   * library that key.
   *
   * @param commands the logical names of all commands
   * @param projections the names of all projections
   */
  public void warnOfUnknown(Collection<String> commands, Collection<String> projections) {
    unknown(commands, projections)
        .forEach(unknown -> LOG.log(Level.WARNING, "ORX-5003 {0}", unknown));
  }

  List<String> unknown(Collection<String> commands, Collection<String> projections) {
    Stream<Key<?>> ofCommands =
        commands.stream()
            .flatMap(command -> Keys.OF_COMMANDS.stream().map(key -> key.ofCommand(command)));
    Stream<Key<?>> ofProjections =
        projections.stream()
            .flatMap(name -> Keys.OF_PROJECTIONS.stream().map(key -> key.ofProjection(name)));
    List<String> known =
        Stream.of(Keys.ALL.stream(), ofCommands, ofProjections)
            .flatMap(keys -> keys)
            .map(Key::name)
            .toList();
    return new UnknownKeys(known).among(names);
  }

  private List<ConfigurationException> mistakes(Stream<? extends Key<?>> keys) {
    List<ConfigurationException> mistakes = new ArrayList<>();
    keys.forEach(
        key -> {
          try {
            get(key);
          } catch (ConfigurationException e) {
            mistakes.add(e);
          }
        });
    return mistakes;
  }
}
