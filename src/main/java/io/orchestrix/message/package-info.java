/** What travels: commands, events, their metadata, and the codec of their payload. */
@NullMarked
package io.orchestrix.message;

import org.jspecify.annotations.NullMarked;
