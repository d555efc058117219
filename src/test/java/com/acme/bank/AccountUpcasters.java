package com.acme.bank;

import io.orchestrix.message.EventJson;
import io.orchestrix.message.Upcaster;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.json.Json;
import java.util.List;

/** How older events become those of now. */
@Dependent
class AccountUpcasters {

  @Produces
  static Upcaster depositsHaveACurrency() {
    return Upcaster.of(
        "MoneyDeposited", 1, old -> Json.createObjectBuilder(old).add("currency", "EUR").build());
  }

  @Produces
  static Upcaster aFirstDepositStandsAlone() {
    return Upcaster.split(
        "AccountOpened",
        1,
        old ->
            List.of(
                new EventJson(
                    "AccountOpened",
                    2,
                    Json.createObjectBuilder(old).remove("initialBalance").build()),
                new EventJson(
                    "MoneyDeposited",
                    1,
                    Json.createObjectBuilder()
                        .add("accountId", old.get("accountId"))
                        .add("amount", old.get("initialBalance"))
                        .build())));
  }

  @Produces
  static Upcaster aMarriageChangesTheOwner() {
    return Upcaster.rename(
        "OwnerMarried",
        1,
        "OwnerChanged",
        1,
        old -> Json.createObjectBuilder(old).add("owner", old.get("newName")).build());
  }

  @Produces
  static Upcaster nobodyCountsVisits() {
    return Upcaster.drop("AccountVisited", 1);
  }
}
