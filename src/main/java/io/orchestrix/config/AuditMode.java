package io.orchestrix.config;

/** What is written to the audit log. */
public enum AuditMode {
  /** Every command and every administrative action. */
  ALL,
  /** Administrative actions. */
  ACTIONS,
  /** Nothing. */
  NONE
}
