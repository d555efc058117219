package com.acme.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.bank.AccountEvent.AccountOpened;
import com.acme.bank.AccountEvent.AccountSuspended;
import com.acme.bank.AccountEvent.MoneyDeposited;
import com.acme.bank.AccountEvent.OwnerChanged;
import io.orchestrix.config.UnknownEvents;
import io.orchestrix.message.Event;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.EventTypes;
import io.orchestrix.message.StoredPayload;
import io.orchestrix.message.jackson.JacksonPayloadCodec;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an application tests of its own upcasters: JSON as it was stored, events as they are. */
class ChangedEventsTest {

  private final EventFormat format =
      new EventFormat(
          new EventTypes(
              List.of(
                  AccountOpened.class,
                  MoneyDeposited.class,
                  AccountSuspended.class,
                  OwnerChanged.class)),
          List.of(
              AccountUpcasters.depositsHaveACurrency(),
              AccountUpcasters.aFirstDepositStandsAlone(),
              AccountUpcasters.aMarriageChangesTheOwner(),
              AccountUpcasters.nobodyCountsVisits()),
          new JacksonPayloadCodec(),
          UnknownEvents.FAIL);

  private List<Event> read(String type, int revision, String json) {
    return format.decode(new StoredPayload(type, revision, json));
  }

  @Test
  void an_opening_with_a_balance_becomes_an_opening_and_a_deposit_in_euros() {
    assertThat(
            read(
                "AccountOpened",
                1,
                "{\"accountId\":\"a-1\",\"owner\":\"Ada\",\"initialBalance\":10.00}"))
        .containsExactly(
            new AccountOpened("a-1", "Ada"),
            new MoneyDeposited("a-1", new BigDecimal("10.00"), "EUR"));
  }

  @Test
  void a_frozen_account_is_a_suspended_one_without_a_reason() {
    assertThat(read("AccountFrozen", 1, "{\"accountId\":\"a-1\"}"))
        .containsExactly(new AccountSuspended("a-1", null));
  }

  @Test
  void a_marriage_changes_the_owner() {
    assertThat(read("OwnerMarried", 1, "{\"accountId\":\"a-1\",\"newName\":\"Ada Byron\"}"))
        .containsExactly(new OwnerChanged("a-1", "Ada Byron"));
  }

  @Test
  void visits_are_forgotten() {
    assertThat(read("AccountVisited", 1, "{}")).isEmpty();
  }
}
