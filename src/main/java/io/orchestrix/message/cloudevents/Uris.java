package io.orchestrix.message.cloudevents;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * URIs by RFC 3986, which {@link URI} follows only nearly: it takes non-ASCII characters, and
 * brackets in a query. Of what RFC 3986 allows it cannot hold an empty authority or path after a
 * scheme ({@code http://}, {@code a:}) and {@code [v1.x]} as a host.
 */
final class Uris {

  /** RFC 3986, appendix B; without nested loops, so long texts cost no stack. */
  private static final Pattern PARTS =
      Pattern.compile("(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:[A-Za-z0-9._~!$&'()*+,;=:%-]*@)?(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._~!$&'()*+,;=%-]*)(?::[0-9]*)?");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/%-]*");
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*");

  private Uris() {}

  /** What keeps a text from being a URI-reference (section 4.1). */
  static Optional<String> referenceFlaw(String value) {
    return isReference(value) && isHeld(value)
        ? Optional.empty()
        : Optional.of("is no URI-reference of RFC 3986");
  }

  /** What keeps a text from being an absolute URI (section 4.3), which has no fragment. */
  static Optional<String> absoluteFlaw(String value) {
    return isReference(value) && isHeld(value) && isAbsolute(URI.create(value))
        ? Optional.empty()
        : Optional.of("is no absolute URI of RFC 3986, section 4.3");
  }

  private static boolean isAbsolute(URI uri) {
    return uri.isAbsolute() && uri.getRawFragment() == null;
  }

  private static boolean isReference(String value) {
    Matcher parts = PARTS.matcher(value);
    return parts.matches()
        && fits(parts.group(1), SCHEME)
        && fits(parts.group(2), AUTHORITY)
        && fits(parts.group(3), PATH)
        && fits(parts.group(4), QUERY)
        && fits(parts.group(5), QUERY);
  }

  private static boolean fits(@Nullable String part, Pattern pattern) {
    return part == null || pattern.matcher(part).matches();
  }

  /** Sees to escapes and to a colon that begins a path as well. */
  private static boolean isHeld(String value) {
    try {
      new URI(value);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
