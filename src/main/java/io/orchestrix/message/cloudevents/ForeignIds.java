package io.orchestrix.message.cloudevents;

import com.github.f4b6a3.uuid.enums.UuidNamespace;
import com.github.f4b6a3.uuid.factory.standard.NameBasedSha1Factory;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Ids of foreign senders as UUIDs: what is a UUID stays, all else becomes one of version 5 in the
 * namespace of URLs. Its name is the source, a space and the id, so that an event that comes twice
 * has the same id twice, and what names it as its cause names that. Conversations have no source:
 * their name begins with the space.
 */
final class ForeignIds {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private static final NameBasedSha1Factory NAMED =
      new NameBasedSha1Factory(UuidNamespace.NAMESPACE_URL);

  private ForeignIds() {}

  static UUID of(String source, String id) {
    return UUID_TEXT.matcher(id).matches() ? UUID.fromString(id) : NAMED.create(source + " " + id);
  }

  static UUID ofConversation(String id) {
    return of("", id);
  }
}
