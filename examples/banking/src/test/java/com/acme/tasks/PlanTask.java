package com.acme.tasks;

import io.orchestrix.message.Command;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

public record PlanTask(@NotBlank String taskId, @NotBlank String title, @NotNull LocalDate due)
    implements Command {}
