package io.orchestrix.aggregate;

import io.orchestrix.OrchestrixException;
import java.util.Map;

/**
 * A rule of the domain forbids what a command asks for. Thrown by an aggregate; nothing is stored.
 *
 * <pre>{@code
 * throw new DomainRuleException("no-overdraft", "The balance is 10.00; 25.00 cannot be withdrawn.");
 * }</pre>
 */
public class DomainRuleException extends OrchestrixException {

  private static final long serialVersionUID = 1L;

  private final String rule;

  /**
   * @param rule a short stable name for programs
   * @param explanation what forbids it, for people
   */
  public DomainRuleException(String rule, String explanation) {
    super("ORX-4003", Kind.REFUSED, explanation);
    this.rule = rule;
  }

  /** The stable name of the rule. */
  public final String rule() {
    return rule;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("rule", rule);
  }
}
