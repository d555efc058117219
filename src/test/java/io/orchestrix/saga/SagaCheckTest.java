package io.orchestrix.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.config.UnknownEvents;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.inmemory.InMemoryEventStore;
import io.orchestrix.harness.LogRecorder;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.saga.Transfers.Deposit;
import io.orchestrix.saga.Transfers.Requested;
import io.orchestrix.saga.Transfers.Withdraw;
import io.orchestrix.unitofwork.UnavailableException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SagaCheckTest {

  private final RuntimeException noLuck = new IllegalStateException("no luck");

  /** As {@link Transfers.State} could not be any more. */
  record Numbered(int transferId) {}

  private final LogRecorder log = new LogRecorder(SagaCheck.class.getName());

  private final SentCommands commands = new SentCommands();
  private final Rig rig = new Rig(commands, Transfers.EVENTS, Transfers.definition());

  @AfterEach
  void stop() {
    log.close();
  }

  private List<String> logged() {
    return log.records().stream()
        .map(
            entry ->
                entry.getLevel()
                    + " "
                    + MessageFormat.format(entry.getMessage(), entry.getParameters()))
        .toList();
  }

  private void fails(Class<? extends Command> command) {
    commands.on(
        command,
        any -> {
          throw noLuck;
        });
  }

  private void request(String id) {
    rig.happens("transfer/" + id, new Requested(id, "A", "B", BigDecimal.TEN));
  }

  private SagaCheck check(SagaDefinition<?>... definitions) {
    return check(rig.services, definitions);
  }

  private static SagaCheck check(SagaServices services, SagaDefinition<?>... definitions) {
    return new SagaCheck(
        Map.of("transfer", new SagaVersions(List.of(definitions))), services, () -> false);
  }

  private static SagaServices reading(SagaServices services, List<Class<? extends Event>> events) {
    EventFormat format =
        new EventFormat(new EventTypes(events), List.of(), services.codec(), UnknownEvents.FAIL);
    return on(((InMemoryEventStore) services.events()).seenBy(format, true), format, services);
  }

  private static SagaServices on(EventStore events, EventFormat format, SagaServices services) {
    return new SagaServices(
        events,
        services.instances(),
        services.deadlines(),
        services.segments(),
        services.commands(),
        services.codec(),
        format,
        services.metadata(),
        services.current(),
        services.unitOfWork(),
        services.monitor(),
        services.clock(),
        services.settings(),
        services.audit());
  }

  private static <S> SagaBuilder<S> named(Class<S> state) {
    return SagaDefinition.named("transfer", state);
  }

  private static SagaBuilder<Transfers.State> withDebit(SagaBuilder<Transfers.State> saga) {
    return saga.step("debit", (s, context) -> new Withdraw(s.from(), s.amount()))
        .compensatedBy((s, context) -> new Deposit(s.from(), s.amount()));
  }

  private static <S> SagaDefinition<S> withDeadline(SagaBuilder<S> saga) {
    return saga.deadline("late", Duration.ofSeconds(30), (s, context) -> null).build();
  }

  private static List<String> problems(SagaCheck check) {
    return check.first(10).stream().flatMap(found -> found.problems().stream()).toList();
  }

  @Test
  void what_can_go_on_and_what_has_ended_is_not_told() {
    request("T-1");
    fails(Withdraw.class);
    request("T-2");

    assertThat(rig.sagas.incompatible()).isEmpty();
    rig.sagas.check().run();
    assertThat(logged()).isEmpty();
  }

  @Test
  void an_instance_whose_version_is_gone_is_told() {
    request("T-0");
    fails(Withdraw.class);
    request("T-1");

    List<IncompatibleInstance> found =
        check(withDeadline(withDebit(named(Transfers.State.class).version(2)))).first(10);

    assertThat(found)
        .containsExactly(
            new IncompatibleInstance(
                new SagaId("transfer", "T-1"),
                1,
                SagaStatus.ACTIVE,
                List.of("There is no version 1, nor a migration.")));
    assertThat(problems(check(withDeadline(withDebit(named(Transfers.State.class).version(2, 1))))))
        .isEmpty();
  }

  @Test
  void an_instance_whose_saga_is_gone_is_told() {
    fails(Withdraw.class);
    request("T-1");

    assertThat(problems(new SagaCheck(Map.of(), rig.services, () -> false)))
        .containsExactly("There is no saga 'transfer'.");
  }

  @Test
  void a_state_that_cannot_be_read_is_told() {
    fails(Withdraw.class);
    request("T-1");

    assertThat(
            problems(
                check(
                    withDeadline(
                        named(Numbered.class)
                            .step("debit", (s, context) -> null)
                            .step("credit", (s, context) -> null)))))
        .singleElement()
        .asString()
        .startsWith("Its state cannot be read: ORX-1002");
  }

  @Test
  void an_event_that_cannot_be_read_is_told() {
    Rig failing =
        new Rig(
            commands,
            Transfers.EVENTS,
            named(Transfers.State.class)
                .startsOn(
                    Requested.class,
                    e -> {
                      throw noLuck;
                    },
                    "transferId")
                .build());
    failing.happens("transfer/T-1", new Requested("T-1", "A", "B", BigDecimal.TEN));

    SagaCheck check =
        check(
            reading(failing.services, SagaEvent.TYPES),
            withDebit(named(Transfers.State.class)).build());

    assertThat(problems(check))
        .singleElement()
        .asString()
        .startsWith("The event Requested cannot be read: ORX-1004");
  }

  @Test
  void a_journal_that_cannot_be_read_is_told() {
    fails(Withdraw.class);
    request("T-1");

    assertThat(problems(check(reading(rig.services, List.of()), Transfers.definition())))
        .singleElement()
        .asString()
        .startsWith("Its journal cannot be read: ORX-3011");
  }

  @Test
  void a_step_or_deadline_in_flight_that_is_gone_is_told() {
    fails(Withdraw.class);
    request("T-1");

    assertThat(problems(check(named(Transfers.State.class).step("other", (s, c) -> null).build())))
        .containsExactly("There is no deadline 'late'.", "There is no step 'debit'.");
  }

  @Test
  void a_step_that_is_to_be_taken_back_is_told_when_nothing_does_it_any_more() {
    fails(Deposit.class);
    request("T-1");
    rig.elapse(Duration.ofSeconds(10));
    assertThat(rig.instance("transfer", "T-1").status()).isEqualTo(SagaStatus.COMPENSATING);

    assertThat(problems(check(named(Transfers.State.class).step("debit", (s, c) -> null).build())))
        .containsExactly("Nothing takes the step 'debit' back.");
    rig.elapse(Duration.ofDays(1));
    assertThat(rig.instance("transfer", "T-1").status()).isEqualTo(SagaStatus.QUARANTINED);
    assertThat(problems(check(named(Transfers.State.class).step("other", (s, c) -> null).build())))
        .contains("There is no step 'debit'.");
  }

  @Test
  void how_many_and_twenty_of_their_keys_are_logged_once() {
    fails(Withdraw.class);
    for (int i = 1; i <= 205; i++) {
      request("T-%03d".formatted(i));
    }
    SagaCheck check = new SagaCheck(Map.of(), rig.services, () -> false);

    check.run();

    assertThat(logged()).hasSize(1);
    assertThat(logged().get(0))
        .startsWith("SEVERE ORX-3742")
        .contains("transfer 205 (T-001, T-002,", "T-020, and others)")
        .doesNotContain("T-021");
    assertThat(check.first(150)).hasSize(150);
  }

  @Test
  void a_store_that_is_away_is_no_fault_of_the_instances() {
    fails(Withdraw.class);
    request("T-1");
    EventStore away =
        (EventStore)
            Proxy.newProxyInstance(
                EventStore.class.getClassLoader(),
                new Class<?>[] {EventStore.class},
                (proxy, method, arguments) -> {
                  throw new UnavailableException(noLuck);
                });
    SagaCheck check = check(on(away, rig.services.format(), rig.services), Transfers.definition());

    check.run();

    assertThat(logged()).singleElement().asString().startsWith("WARNING ORX-3743");
    assertThatThrownBy(() -> check.first(1)).isInstanceOf(UnavailableException.class);
  }

  @Test
  void it_ends_with_the_application() {
    fails(Withdraw.class);
    for (int i = 1; i <= 5; i++) {
      request("T-" + i);
    }
    int[] asked = {0};
    SagaCheck check = new SagaCheck(Map.of(), rig.services, () -> ++asked[0] > 2);

    check.run();

    assertThat(asked[0]).as("two instances, the end, and whether to say so").isEqualTo(4);
    assertThat(logged()).isEmpty();
    assertThatThrownBy(() -> check.first(10)).isInstanceOf(CancellationException.class);
    SagaCheck own = rig.sagas.check();
    rig.sagas.node().end();
    assertThatThrownBy(() -> own.first(10)).isInstanceOf(CancellationException.class);
  }
}
