package io.orchestrix.examples.banking.transfer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transfer and how far it is.
 *
 * @param status {@code REQUESTED}, then that of its saga
 * @param reason why it was taken back; {@code null} if it was not
 */
public record TransferView(
    String transferId,
    String from,
    String to,
    BigDecimal amount,
    String status,
    @Nullable String reason,
    List<TransferStep> steps) {

  /**
   * A step that has begun.
   *
   * @param endedAt {@code null} if it is under way
   * @param failure why it was given up; {@code null} if it was not
   */
  public record TransferStep(
      String name,
      String status,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String failure) {}
}
