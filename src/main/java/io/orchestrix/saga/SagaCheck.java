package io.orchestrix.saga;

import io.orchestrix.OrchestrixException;
import io.orchestrix.saga.SagaJournal.Loaded;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether running instances can be continued by the code that is there now. It reads all
 * their journals, one after the other, so it is work for the background; it ends with the
 * application. Thread-safe.
 */
public final class SagaCheck implements Runnable {

  private static final Logger LOG = System.getLogger(SagaCheck.class.getName());

  /** No list is longer. */
  static final int MOST = 1_000;

  private static final int PAGE = 100;
  private static final int MOST_KEYS = 20;

  private static final List<SagaStatus> RUNNING =
      List.of(SagaStatus.ACTIVE, SagaStatus.COMPENSATING, SagaStatus.QUARANTINED);

  private final Map<String, SagaVersions> sagas;
  private final SagaServices services;
  private final SagaJournal journal;
  private final JsonTrees trees;
  private final BooleanSupplier isOver;

  /**
   * @param isOver whether nobody wants to know any more
   */
  SagaCheck(Map<String, SagaVersions> sagas, SagaServices services, BooleanSupplier isOver) {
    this.isOver = isOver;
    this.sagas = sagas;
    this.services = services;
    this.journal = new SagaJournal(services.events(), services.metadata());
    this.trees = new JsonTrees(services.codec(), services.format());
  }

  /** What is remembered of a saga, however many its instances are. */
  private static final class Tally {
    private final List<String> keys = new ArrayList<>();
    private long count;

    void add(String key) {
      count++;
      if (keys.size() < MOST_KEYS) {
        keys.add(key);
      }
    }

    @Override
    public String toString() {
      String more = count > keys.size() ? ", and others" : "";
      return "%d (%s%s)".formatted(count, String.join(", ", keys), more);
    }
  }

  /** Looks at all, and logs how many cannot be continued, and which. */
  @Override
  public void run() {
    Map<String, Tally> found = new TreeMap<>();
    try {
      scan(
          instance -> {
            found
                .computeIfAbsent(instance.id().saga(), saga -> new Tally())
                .add(instance.id().key());
            return true;
          });
    } catch (RuntimeException e) {
      if (isOver.getAsBoolean()) {
        return;
      }
      LOG.log(
          Level.WARNING,
          "ORX-3743 Whether running instances of sagas can be continued could not be looked at. Sagas.incompatible() looks again.",
          e);
    }
    if (!found.isEmpty()) {
      LOG.log(
          Level.ERROR,
          "ORX-3742 This code cannot continue running instances of sagas: {0}. Sagas.incompatible() says why. Deploy the version that they follow beside the new one, or let that one migrate them.",
          text(found));
    }
  }

  private static String text(Map<String, Tally> found) {
    List<String> texts = new ArrayList<>();
    found.forEach((saga, tally) -> texts.add(saga + " " + tally));
    return String.join("; ", texts);
  }

  /** The first ones that cannot be continued. */
  List<IncompatibleInstance> first(int atMost) {
    List<IncompatibleInstance> found = new ArrayList<>();
    scan(
        instance -> {
          found.add(instance);
          return found.size() < atMost;
        });
    return found;
  }

  private void scan(Predicate<IncompatibleInstance> goesOn) {
    for (SagaStatus status : RUNNING) {
      SagaQuery query = new SagaQuery(null, status);
      List<SagaRow> page = page(query, null);
      while (!page.isEmpty()) {
        for (SagaRow row : page) {
          if (isOver.getAsBoolean()) {
            throw new CancellationException("The application has ended.");
          }
          Optional<IncompatibleInstance> found = look(row);
          if (found.isPresent() && !goesOn.test(found.get())) {
            return;
          }
        }
        page = page(query, page.get(page.size() - 1).id());
      }
    }
  }

  private List<SagaRow> page(SagaQuery query, @Nullable SagaId after) {
    return services.instances().page(query, after, PAGE);
  }

  /** Looks at one running instance; empty if this code can continue it. */
  public Optional<IncompatibleInstance> look(SagaRow row) {
    List<String> problems = problems(row);
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(new IncompatibleInstance(row.id(), row.version(), row.status(), problems));
  }

  private List<String> problems(SagaRow row) {
    SagaVersions versions = sagas.get(row.id().saga());
    if (versions == null) {
      return List.of("There is no saga '%s'.".formatted(row.id().saga()));
    }
    Optional<Loaded> loaded;
    try {
      loaded = journal.load(row.id());
    } catch (IllegalStateException | ClassCastException e) {
      return List.of("Its journal cannot be read: " + e.getMessage());
    } catch (OrchestrixException e) {
      if (e.kind() != OrchestrixException.Kind.FAULT) {
        throw e; // the database is away, which says nothing about the instance
      }
      return List.of("Its journal cannot be read: " + e.getMessage());
    }
    return loaded
        .map(found -> problems(versions, found.progress()))
        .orElseGet(() -> List.of("It has no journal."));
  }

  private List<String> problems(SagaVersions versions, SagaProgress progress) {
    if (progress.status.isEnded()) {
      return List.of(); // a moment ago
    }
    return versions
        .of(progress.version)
        .map(definition -> Continuation.problems(definition, progress, trees))
        .orElseGet(
            () -> List.of("There is no version %d, nor a migration.".formatted(progress.version)));
  }
}
