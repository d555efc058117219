package io.orchestrix.standalone;

import io.orchestrix.command.CommandInterceptor;
import io.orchestrix.command.CommandOrder;
import io.orchestrix.command.Pause;
import io.orchestrix.message.Caller;
import io.orchestrix.module.ModuleNames;
import io.orchestrix.module.ModuleWiring;
import io.orchestrix.monitor.Monitor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what an application in memory is made of. Used by one thread. */
public final class Builder {

  /** A module by its name. */
  record Named(String name, ModuleWiring wiring) {}

  final List<Named> modules = new ArrayList<>();
  final SortedMap<Integer, CommandInterceptor> interceptors = new TreeMap<>();
  final Map<Class<?>, Object> provided = new HashMap<>();
  final Map<String, String> settings = new HashMap<>();
  Clock clock = Clock.systemUTC();
  Pause pause = Pause.SLEEP;
  Monitor monitor = Monitor.NONE;
  Caller caller = Caller.ANONYMOUS;
  @Nullable Random order;

  Builder() {}

  /** Adds a module, whose name is that of {@link io.orchestrix.module.Module} on its class. */
  public Builder module(ModuleWiring wiring) {
    return module(ModuleNames.of(wiring.getClass()).orElse(""), wiring);
  }

  /** Adds a module by its name. */
  public Builder module(String name, ModuleWiring wiring) {
    modules.add(new Named(name, wiring));
    return this;
  }

  /**
   * Adds an interceptor of commands.
   *
   * @param priority its place, see {@link CommandOrder}
   * @throws IllegalArgumentException if the place is taken
   */
  public Builder interceptor(int priority, CommandInterceptor interceptor) {
    if (CommandOrder.isTaken(priority) || interceptors.putIfAbsent(priority, interceptor) != null) {
      throw new IllegalArgumentException(
          "The priority %d is taken; choose another one.".formatted(priority));
    }
    return this;
  }

  /** Gives handlers a value for their further parameters of this very type. */
  public <V> Builder provide(Class<V> type, V value) {
    provided.put(type, value);
    return this;
  }

  /** Sets a configuration key, {@code orchestrix.timeout} for one. */
  public Builder set(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Takes the time from {@code clock}. */
  public Builder clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /** Waits between attempts by {@code pause}; virtual time does not wait at all. */
  public Builder pause(Pause pause) {
    this.pause = pause;
    return this;
  }

  /** Tells {@code monitor} what happens. */
  public Builder monitor(Monitor monitor) {
    this.monitor = monitor;
    return this;
  }

  /** Sends commands on behalf of {@code caller}. */
  public Builder caller(Caller caller) {
    this.caller = caller;
    return this;
  }

  /**
   * Registers modules and calls observers in a random order, which must not matter.
   *
   * @param seed the same one gives the same order
   */
  public Builder randomOrder(long seed) {
    this.order = new Random(seed);
    return this;
  }

  /**
   * Registers the modules and starts the application.
   *
   * @throws io.orchestrix.OrchestrixException if something in it is wrong
   */
  public Orchestrix start() {
    return new Orchestrix(new Wired(this));
  }
}
