package io.orchestrix.cdi;

import io.orchestrix.aggregate.Aggregate;
import io.orchestrix.aggregate.Creates;
import io.orchestrix.aggregate.Creation;
import io.orchestrix.command.HandlesCommand;
import io.orchestrix.command.TargetId;
import io.orchestrix.message.Command;
import io.orchestrix.message.Event;
import io.orchestrix.message.Metadata;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An aggregate that asks beans when it handles commands. */
@SuppressWarnings("UnusedMethod") // called by type
@Aggregate("parcel")
class Parcel extends Carried implements Carried.Weighable {

  static final List<String> LOG = new CopyOnWriteArrayList<>();
  static volatile Runnable onNextSend = () -> {};

  record Packed(String content) implements Event {}

  record Changed(String how) implements Event {}

  record Pack(@TargetId String parcel, String content) implements Command {}

  record Send(@TargetId String parcel) implements Command {}

  record Label(@TargetId String parcel, String label) implements Command {}

  record Weigh(@TargetId String parcel) implements Command {}

  record Lose(@TargetId String parcel) implements Command {}

  record Carry(@TargetId String parcel) implements Command {}

  record Check(@TargetId String parcel) implements Command {}

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Marked {}

  @ApplicationScoped
  static class Scales {
    int weigh(String content) {
      return content.length();
    }

    @Produces @Marked static final String MARK = "marked";
  }

  @Dependent
  static class Stamp {
    void stamp() {
      LOG.add("stamped");
    }

    @PreDestroy
    void destroyed() {
      LOG.add("stamp destroyed");
    }
  }

  @Creates
  private void pack(@HandlesCommand Pack command) {
    apply(new Packed(command.content()));
  }

  void send(@HandlesCommand Send command) {
    LOG.add("send at " + version());
    Runnable meanwhile = onNextSend;
    onNextSend = () -> {};
    meanwhile.run();
    apply(new Changed("sent"));
  }

  @Creates(Creation.IF_MISSING)
  long label(@HandlesCommand Label command) {
    apply(new Changed(command.label()));
    return version();
  }

  String weigh(
      Clock clock,
      @HandlesCommand Weigh command,
      Scales scales,
      Stamp stamp,
      Metadata metadata,
      @Marked String mark) {
    stamp.stamp();
    if (clock.instant().isBefore(metadata.time())) {
      throw new IllegalStateException("It goes backwards.");
    }
    return "%d %s by the %s, %s".formatted(scales.weigh(content), content, metadata.type(), mark);
  }

  void lose(@HandlesCommand Lose command, Stamp stamp) {
    throw new IllegalStateException("lost");
  }

  void mark() {
    apply(new Changed("marked"));
  }

  void when(Packed event) {
    content = event.content();
  }

  void when(Changed event) {}
}
