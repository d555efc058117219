package io.orchestrix.eventstore;

import io.orchestrix.message.GlobalPosition;
import io.orchestrix.monitor.Signal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far all events can be read at a moment.
 *
 * @param position every event up to here is visible, or never will be
 * @param head the last position that was given to an append
 * @param holder the append that keeps readers from what follows {@code position}, the oldest one;
 *     {@code null} if none does
 */
public record Watermark(GlobalPosition position, GlobalPosition head, @Nullable Holder holder) {

  /**
   * An append that has not ended.
   *
   * @param name what an operator looks for: {@code backend 4711 (idle in transaction, bank)} or
   *     {@code prepared transaction 'x'}
   * @param age how long its transaction has been open
   */
  public record Holder(String name, Duration age) {}

  /** What a monitor is told of it. */
  public Signal.WatermarkRead signal() {
    return new Signal.WatermarkRead(
        head.value() - position.value(),
        holder == null ? null : holder.name(),
        holder == null ? Duration.ZERO : holder.age());
  }
}
