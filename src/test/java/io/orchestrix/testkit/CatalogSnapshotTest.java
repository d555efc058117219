package io.orchestrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrix.module.Catalog;
import io.orchestrix.module.Catalog.AggregateEntry;
import io.orchestrix.module.Catalog.CommandEntry;
import io.orchestrix.module.Catalog.DeadlineEntry;
import io.orchestrix.module.Catalog.EventEntry;
import io.orchestrix.module.Catalog.ProjectionEntry;
import io.orchestrix.module.Catalog.QueryEntry;
import io.orchestrix.module.Catalog.SagaEntry;
import io.orchestrix.projection.Projection.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogSnapshotTest {

  @TempDir Path folder;

  private static Catalog catalog(String event) {
    return new Catalog(
        List.of(new CommandEntry("Open", "a.Open", "bank", "a.Accounts.open(Open)", "void")),
        List.of(
            new QueryEntry(
                "BalanceOf", "a.BalanceOf", "bank", "a.Read.of(BalanceOf)", "a.B", List.of("b")),
            new QueryEntry("Rate", "a.Rate", "", "a.Rates.now(Rate)", "int", List.of())),
        List.of(new EventEntry(event, 2, "a.Opened", "")),
        List.of(new AggregateEntry("account", "a.Account", "bank", List.of(event))),
        List.of(new ProjectionEntry("b", "a.Balances", "bank", Mode.INLINE, List.of(event))),
        List.of(new SagaEntry("s", 2, "a.Transfer", "bank", List.of("x", "y"), List.of(event))),
        List.of(new DeadlineEntry("Overdue", "a.Overdue", "bank", "a.Bills.overdue(Overdue)")));
  }

  @Test
  void it_is_written_where_there_is_none_and_compared_then() {
    Path file = folder.resolve("catalog.txt");

    CatalogSnapshot.of(catalog("Opened")).matches(file);

    assertThat(file)
        .hasContent(
            """
            command Open [bank] -> a.Accounts.open(Open) : void
            query BalanceOf [bank] -> a.Read.of(BalanceOf) : a.B reads b
            query Rate -> a.Rates.now(Rate) : int
            event Opened 2
            aggregate account [bank] : Opened
            projection b [bank] inline : Opened
            saga s 2 [bank] x > y : Opened
            deadline Overdue [bank] -> a.Bills.overdue(Overdue)
            """);
    CatalogSnapshot.of(catalog("Opened")).matches(file);
    assertThatThrownBy(() -> CatalogSnapshot.of(catalog("AccountOpened")).matches(file))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dorchestrix.snapshots=update")
        .hasMessageContaining("- event Opened 2")
        .hasMessageContaining("+ event AccountOpened 2");
  }
}
