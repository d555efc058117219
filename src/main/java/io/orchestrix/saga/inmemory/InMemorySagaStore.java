package io.orchestrix.saga.inmemory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.orchestrix.saga.CorrelationKey;
import io.orchestrix.saga.SagaCount;
import io.orchestrix.saga.SagaId;
import io.orchestrix.saga.SagaQuery;
import io.orchestrix.saga.SagaRow;
import io.orchestrix.saga.SagaStore;
import io.orchestrix.unitofwork.UnitOfWork;
import io.orchestrix.unitofwork.UnitOfWork.End;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Instances in memory. What a unit of work changes is there when it commits. Thread-safe. */
public final class InMemorySagaStore implements SagaStore {

  private final UnitOfWork unitOfWork;
  private final NavigableMap<SagaId, SagaRow> rows = new ConcurrentSkipListMap<>();
  private final Map<SagaId, Set<CorrelationKey>> keys = new ConcurrentHashMap<>();

  /** Instances of a saga by their keys. */
  private record Place(String saga, CorrelationKey key) {}

  private final Map<Place, NavigableSet<String>> instances = new ConcurrentHashMap<>();
  private final Map<String, Set<Integer>> versions = new ConcurrentHashMap<>();

  /**
   * An empty store.
   *
   * @param unitOfWork in what it takes part
   */
  public InMemorySagaStore(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public void save(Collection<SagaRow> saved) {
    List<SagaRow> all = List.copyOf(saved);
    onCommit(() -> all.forEach(row -> rows.put(row.id(), row)));
  }

  @Override
  public List<SagaRow> find(String saga, Collection<String> wanted) {
    return wanted.stream()
        .map(key -> rows.get(new SagaId(saga, key)))
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public void correlate(SagaId instance, Collection<CorrelationKey> added) {
    List<CorrelationKey> all = List.copyOf(added);
    onCommit(
        () -> {
          keys.computeIfAbsent(instance, unknown -> ConcurrentHashMap.newKeySet()).addAll(all);
          for (CorrelationKey key : all) {
            instances.compute(
                new Place(instance.saga(), key), (place, there) -> with(there, instance.key()));
          }
        });
  }

  @Override
  public List<String> lookup(String saga, CorrelationKey key) {
    Set<String> there = instances.get(new Place(saga, key));
    return there == null ? List.of() : List.copyOf(there);
  }

  @Override
  public void forgetKeys(SagaId instance) {
    onCommit(
        () -> {
          Set<CorrelationKey> had = keys.remove(instance);
          for (CorrelationKey key : had == null ? Set.<CorrelationKey>of() : had) {
            instances.computeIfPresent(
                new Place(instance.saga(), key), (place, there) -> without(there, instance.key()));
          }
        });
  }

  private static NavigableSet<String> with(@Nullable NavigableSet<String> others, String one) {
    NavigableSet<String> all = others == null ? new ConcurrentSkipListSet<>() : others;
    all.add(one);
    return all;
  }

  private static @Nullable NavigableSet<String> without(NavigableSet<String> all, String one) {
    all.remove(one);
    return all.isEmpty() ? null : all;
  }

  @Override
  public List<SagaRow> page(SagaQuery query, @Nullable SagaId after, int atMost) {
    Stream<SagaRow> behind = (after == null ? rows : rows.tailMap(after, false)).values().stream();
    return behind.filter(query::admits).limit(atMost).toList();
  }

  @Override
  public void register(String saga, int version) {
    onCommit(() -> versionsOf(saga).add(version));
  }

  @Override
  public void retire(String saga, int version) {
    onCommit(() -> versionsOf(saga).remove(version));
  }

  @Override
  public Set<Integer> versions(String saga) {
    return Set.copyOf(versionsOf(saga));
  }

  private Set<Integer> versionsOf(String saga) {
    return versions.computeIfAbsent(saga, unknown -> new ConcurrentSkipListSet<>());
  }

  @Override
  public List<SagaCount> counts() {
    return rows.values().stream()
        .collect(
            groupingBy(
                row -> new SagaCount(row.id().saga(), row.version(), row.status(), 0), counting()))
        .entrySet()
        .stream()
        .map(
            counted -> {
              SagaCount kind = counted.getKey();
              return new SagaCount(kind.saga(), kind.version(), kind.status(), counted.getValue());
            })
        .sorted(SagaCount.ORDER)
        .toList();
  }

  @Override
  public List<SagaCount> openCounts() {
    return counts().stream().filter(count -> !count.status().isEnded()).toList();
  }

  private void onCommit(Runnable change) {
    unitOfWork.run(
        () ->
            unitOfWork.afterEnd(
                end -> {
                  if (end == End.COMMITTED) {
                    change.run();
                  }
                }));
  }
}
