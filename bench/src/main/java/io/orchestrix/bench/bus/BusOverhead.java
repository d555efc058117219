package io.orchestrix.bench.bus;

import io.orchestrix.command.CommandBus;
import io.orchestrix.harness.Container;
import io.orchestrix.harness.TestDatabase;
import io.orchestrix.standalone.Orchestrix;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.Registration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the way of a command costs whose handler does nothing: the call of the handler itself, the
 * bus in a container with JTA, the bus without a container, and Axon's bus without and with a unit
 * of work around a handler.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class BusOverhead {

  private final Pings direct = new Pings();
  private final Container container =
      Container.startWith(Map.of("orchestrix.store", "memory"), TestDatabase.h2(), Pings.class);
  private final CommandBus inContainer = container.get(CommandBus.class);
  private final Orchestrix application =
      Orchestrix.inMemory()
          .module("pings", module -> module.handles(Ping.class, Long.class, direct::ping))
          .start();
  private final CommandBus standalone = application.commands();
  private final SimpleCommandBus axon = SimpleCommandBus.builder().build();
  private final Registration axonHandler =
      axon.subscribe(Ping.class.getName(), message -> direct.ping((Ping) message.getPayload()));
  private long number;

  /** Ends them. */
  @TearDown
  public void stop() {
    axonHandler.cancel();
    container.close();
    application.close();
  }

  /** The handler itself. */
  @Benchmark
  public long directCall() {
    return direct.ping(new Ping(number++));
  }

  /** The bus as in a server: CDI events, JTA, validation. */
  @Benchmark
  public long orchestrixInContainer() {
    return inContainer.send(new Ping(number++), Long.class);
  }

  /** The bus in plain Java SE. */
  @Benchmark
  public long orchestrixStandalone() {
    return standalone.send(new Ping(number++), Long.class);
  }

  /** Axon's bus, which opens a unit of work, without interceptors and without transactions. */
  @Benchmark
  public Object axonSimpleCommandBus() {
    FutureCallback<Ping, Object> answer = new FutureCallback<>();
    axon.dispatch(GenericCommandMessage.asCommandMessage(new Ping(number++)), answer);
    return answer.getResult().getPayload();
  }

  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(BusOverhead.class.getName()).build()).run();
  }
}
