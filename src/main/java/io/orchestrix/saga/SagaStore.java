package io.orchestrix.saga;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what lists of instances show, and by which keys events find them. Thread-safe; every
 * operation joins the unit of work of the thread, and is undone with it, or is one of its own.
 */
public interface SagaStore {

  /** Keeps rows, each instead of the one of its instance. */
  void save(Collection<SagaRow> rows);

  /** Those of instances of a saga that there are. */
  List<SagaRow> find(String saga, Collection<String> keys);

  /** Lets events find an instance by further keys; those that it has already do no harm. */
  void correlate(SagaId instance, Collection<CorrelationKey> keys);

  /** The keys of the instances of a saga that have a correlation key, in their order. */
  List<String> lookup(String saga, CorrelationKey key);

  /** Lets events find an instance no more. */
  void forgetKeys(SagaId instance);

  /**
   * Instances in the order of their ids.
   *
   * @param after the last one seen; {@code null} to begin
   * @param atMost how many at most
   */
  List<SagaRow> page(SagaQuery query, @Nullable SagaId after, int atMost);

  /** Remembers that there may be instances of a version. */
  void register(String saga, int version);

  /** Forgets a version of which there are no instances any more. */
  void retire(String saga, int version);

  /** The versions of a saga of which there may be instances. */
  Set<Integer> versions(String saga);

  /** How many there are of each kind. */
  List<SagaCount> counts();

  /** The same without those that have ended, of which there may be millions. */
  List<SagaCount> openCounts();
}
