package io.orchestrix.cdi;

import io.orchestrix.aggregate.AggregateHandler;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.AggregateServices;
import io.orchestrix.aggregate.AggregateType;
import io.orchestrix.aggregate.EventSourcedRepository;
import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.module.Once;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An aggregate handles commands itself. */
record AggregateHandling<T extends AggregateRoot>(
    AggregateType<T> type, AggregateHandler<T> handler) implements Handling {

  /** All that an aggregate handles. */
  static <T extends AggregateRoot> Stream<Handling> of(AggregateType<T> type) {
    return type.handlers().stream().map(handler -> new AggregateHandling<>(type, handler));
  }

  @Override
  public Class<?> message() {
    return handler.commandType();
  }

  @Override
  public Class<?> owner() {
    return type.type();
  }

  @Override
  public Type answer() {
    return handler.answer();
  }

  @Override
  public String describe() {
    return handler.describe();
  }

  @Override
  public Invoker invoker(BeanManager beans) {
    Supplier<CommandHandler> invoker =
        Once.of(
            () -> {
              AggregateServices services =
                  beans.createInstance().select(AggregateServices.class).get();
              return handler.on(
                  new EventSourcedRepository<>(type, services), new InjectedValues(beans));
            });
    return message -> invoker.get().handle((CommandMessage) message);
  }

  @Override
  public Stream<Mistake> mistakes(BeanManager beans) {
    return handler.injectedParameters().stream()
        .map(parameter -> InjectedValues.annotated(parameter, beans))
        .flatMap(parameter -> InjectedValues.mistakes(parameter, describe(), beans));
  }
}
