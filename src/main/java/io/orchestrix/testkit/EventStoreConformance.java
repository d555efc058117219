package io.orchestrix.testkit;

import io.orchestrix.message.Event;
import java.util.List;

/**
 * What every event store does, in cases for whatever runs tests.
 *
 * <p>Each case works on streams of its own, so that stores may keep what other cases, or others,
 * have written.
 */
public final class EventStoreConformance {

  /** The events that the store under test has to know. */
  public static final List<Class<? extends Event>> EVENTS =
      List.of(Noted.class, Labelled.class, Counted.class);

  private EventStoreConformance() {}

  /** All that the store of {@code fixture} has to show. */
  public static List<ConformanceCase> cases(EventStoreFixture fixture) {
    Cases cases = new Cases(fixture);
    AppendingCases.addTo(cases);
    MetadataCases.addTo(cases);
    ConditionCases.addTo(cases);
    SeveralStreamsCases.addTo(cases);
    RepeatedAppendCases.addTo(cases);
    ConcurrencyCases.addTo(cases);
    RangeCases.addTo(cases);
    LongStreamCases.addTo(cases);
    OrderCases.addTo(cases);
    FilterCases.addTo(cases);
    TagCases.addTo(cases);
    InfoCases.addTo(cases);
    ListingCases.addTo(cases);
    ArchiveCases.addTo(cases);
    DeletionCases.addTo(cases);
    fixture.stranger().ifPresent(stranger -> StrangerCases.addTo(cases, stranger));
    fixture.unitOfWork().ifPresent(unitOfWork -> UnitOfWorkCases.addTo(cases, unitOfWork));
    fixture.unitOfWork().ifPresent(unitOfWork -> OvertakingCases.addTo(cases, unitOfWork));
    fixture.publishing().ifPresent(stores -> PublisherCases.addTo(cases, stores));
    fixture
        .unitOfWork()
        .ifPresent(
            unitOfWork ->
                fixture
                    .publishing()
                    .ifPresent(
                        stores -> PublisherInUnitOfWorkCases.addTo(cases, stores, unitOfWork)));
    return cases.all();
  }
}
