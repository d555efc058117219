package io.orchestrix.subscription;

/** Somebody else works on the segment now: what was done is rolled back. */
final class FencedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FencedException(Claim claim) {
    super(claim.id() + " was claimed by another node.", null, false, false);
  }
}
