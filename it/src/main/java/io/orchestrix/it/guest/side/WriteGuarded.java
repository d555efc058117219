package io.orchestrix.it.guest.side;

import io.orchestrix.message.Command;
import jakarta.annotation.security.RolesAllowed;

/** Write a line, which only writers may. */
@RolesAllowed("writer")
public record WriteGuarded(String noteId) implements Command {}
