package io.orchestrix.projection;

/**
 * A version of what a projection writes. A projection whose methods take it as a parameter and keep
 * the version with each row can be rebuilt beside the version that is read.
 *
 * @param projection its name
 * @param version from 1
 */
public record ReadModel(String projection, int version) {

  /** The name of the subscription that writes it. */
  String subscription() {
    return projection + "/" + version;
  }
}
