package io.orchestrix.it.guest;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;

/** Write a line on a note. */
public record WriteLine(String noteId, @NotBlank String line) implements Command {}
