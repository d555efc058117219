package io.orchestrix.rest.api;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.AggregateRoot;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventType;
import io.orchestrix.message.IntegrationEvent;
import io.orchestrix.message.Sensitive;
import io.orchestrix.projection.Projection;
import io.orchestrix.query.HandlesQuery;
import io.orchestrix.query.Query;
import io.orchestrix.subscription.HandlesEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** An application with everything that the API has to do with. */
@SuppressWarnings("NullAway") // what is put into fields
final class Till {

  static final Class<?>[] CLASSES = {
    Drawer.class, Clerks.class, Answers.class, Sums.class, SalaryPaid.class, Taken.class
  };

  record OpenDrawer(@TargetId @NotBlank @Size(max = 20) String id, @Sensitive String owner)
      implements Command {}

  record PutIn(
      @TargetId String id, @NotNull @Positive BigDecimal amount, @Max(9) int coins, List<Coin> all)
      implements Command {}

  record Coin(String kind, int count) {}

  @RolesAllowed("clerk")
  record Count(String what) implements Command {}

  @PermitAll
  record Ring() implements Command {}

  @DenyAll
  record Burn() implements Command {}

  record DrawerView(String id, BigDecimal sum, @Sensitive String owner) {}

  @EventType("DrawerOpened")
  record Opened(String id, @Sensitive String owner) implements Event {}

  @EventType("MoneyPutIn")
  record Filled(String id, BigDecimal amount) implements Event {}

  @Aggregate("drawer")
  static class Drawer extends AggregateRoot {
    private BigDecimal sum = BigDecimal.ZERO;
    private String owner = "";

    @Creates
    void open(@HandlesCommand OpenDrawer command) {
      apply(new Opened(command.id(), command.owner()));
    }

    DrawerView put(@HandlesCommand PutIn command) {
      apply(new Filled(id(), command.amount()));
      return new DrawerView(id(), sum, owner);
    }

    void when(Opened event) {
      owner = event.owner();
    }

    void when(Filled event) {
      sum = sum.add(event.amount());
    }
  }

  @ApplicationScoped
  static class Clerks {
    int rung;

    String count(@HandlesCommand Count command) {
      return "one " + command.what();
    }

    void ring(@HandlesCommand Ring command) {
      rung++;
    }

    void burn(@HandlesCommand Burn command) {
      throw new IllegalStateException("must not happen");
    }
  }

  enum Kind {
    GOLD,
    SILVER
  }

  record Echo(
      String text,
      int number,
      Long large,
      BigDecimal exact,
      boolean flag,
      Kind kind,
      Instant since,
      UUID id,
      Optional<Integer> maybe,
      @Max(5) Integer few)
      implements Query<Echoed> {}

  record Echoed(String what) {}

  record Several(List<String> all) implements Query<Integer> {}

  @RolesAllowed("clerk")
  record Secret() implements Query<String> {}

  record SumOf(String id) implements Query<Optional<BigDecimal>> {}

  @ApplicationScoped
  static class Answers {
    @Inject Sums sums;

    Echoed echo(@HandlesQuery Echo query) {
      return new Echoed(query.toString());
    }

    int several(@HandlesQuery Several query) {
      return query.all().size();
    }

    String secret(@HandlesQuery Secret query) {
      return "none";
    }

    Optional<BigDecimal> sum(@HandlesQuery(reads = "sums") SumOf query) {
      return sums.of(query.id());
    }
  }

  @Projection("sums")
  @ApplicationScoped
  static class Sums {
    private final Map<String, BigDecimal> all = new ConcurrentHashMap<>();

    Optional<BigDecimal> of(String id) {
      return Optional.ofNullable(all.get(id));
    }

    void filled(@HandlesEvent Filled event) {
      all.merge(event.id(), event.amount(), BigDecimal::add);
    }

    void paid(@HandlesEvent SalaryPaid event) {
      all.merge(event.account(), event.amount(), BigDecimal::add);
    }
  }

  @IntegrationEvent
  @EventType(value = "com.acme.salary-paid", aliases = "com.acme.wages-paid")
  record SalaryPaid(
      @NotBlank String account, @NotNull @Positive BigDecimal amount, @Sensitive String payer)
      implements Event {}

  @IntegrationEvent
  record Taken(String what) implements Event {}

  private Till() {}
}
