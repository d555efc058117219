package io.orchestrix.aggregate;

import io.orchestrix.command.CommandHandler;
import io.orchestrix.command.CommandMessage;
import io.orchestrix.message.Command;
import io.orchestrix.message.ParameterValues;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What handles one class of commands on aggregates of one class: it loads the aggregate that the
 * command is for, lets it decide, and stores its events. Thread-safe.
 */
public final class AggregateHandler<T extends AggregateRoot> {

  private final String description;
  private final Type answer;
  private final List<Parameter> injected;
  private final Creation creation;
  private final CommandTarget target;
  private final Decision<T> decision;

  AggregateHandler(
      String description,
      Type answer,
      List<Parameter> injected,
      Creation creation,
      CommandTarget target,
      Decision<T> decision) {
    this.description = description;
    this.answer = answer;
    this.injected = List.copyOf(injected);
    this.creation = creation;
    this.target = target;
    this.decision = decision;
  }

  /** The class of the commands. */
  public Class<? extends Command> commandType() {
    return target.commandType();
  }

  /** The id of the aggregate that a command is for. */
  public String targetOf(Command command) {
    return target.of(command);
  }

  /** {@code com.acme.Account.deposit(DepositMoney)}, for people. */
  public String describe() {
    return description;
  }

  /** What it declares to answer. */
  public Type answer() {
    return answer;
  }

  /** The parameters that get their values from {@link ParameterValues}. */
  public List<Parameter> injectedParameters() {
    return injected;
  }

  /**
   * Handles the commands with the aggregates of {@code repository}.
   *
   * @param values of the {@link #injectedParameters}
   */
  public CommandHandler on(AggregateRepository<T> repository, ParameterValues values) {
    return message -> handle(message, repository, values);
  }

  private @Nullable Object handle(
      CommandMessage message, AggregateRepository<T> repository, ParameterValues values)
      throws Exception {
    String id = target.of(message.payload());
    Deciding<T> deciding = new Deciding<>(decision, message, values);
    try {
      switch (creation) {
        case ALWAYS -> repository.create(id, deciding);
        case IF_MISSING -> repository.updateOrCreate(id, deciding);
        case NEVER -> repository.update(id, deciding);
      }
    } catch (Refusal e) {
      throw e.reason;
    }
    return deciding.answer;
  }

  /** One decision, as a repository takes it, which remembers its answer. Used by one thread. */
  private static final class Deciding<T extends AggregateRoot> implements Consumer<T> {

    private final Decision<T> decision;
    private final CommandMessage message;
    private final ParameterValues values;
    private @Nullable Object answer;

    Deciding(Decision<T> decision, CommandMessage message, ParameterValues values) {
      this.decision = decision;
      this.message = message;
      this.values = values;
    }

    @Override
    public void accept(T aggregate) {
      try {
        answer = decision.decide(aggregate, message, values);
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new Refusal(e);
      }
    }
  }

  /** Carries a checked exception through the repository. */
  private static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exception reason;

    Refusal(Exception reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
