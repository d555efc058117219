package io.orchestrix.command;

import io.orchestrix.audit.CommandAudit;
import io.orchestrix.config.Settings;
import io.orchestrix.message.Caller;
import io.orchestrix.message.CurrentMessage;
import io.orchestrix.message.MetadataFactory;
import io.orchestrix.monitor.Monitor;
import io.orchestrix.unitofwork.UnitOfWork;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the bus works with.
 *
 * @param unitOfWork in which each command is handled
 * @param settings say how often and how long it is tried
 * @param validator checks it; {@code null} where nobody can
 * @param caller who sends it
 * @param executions which commands were executed under which keys
 * @param answers writes those
 * @param requestKeys finds the key of a request
 * @param metadata stamps it
 * @param current the message that is being handled
 * @param monitor is told how it ended
 * @param clock tells the time
 * @param pause waits between attempts
 * @param executor takes what is sent asynchronously
 * @param schedule takes what is to be sent later
 * @param audit writes down how each command ends; {@code null} where nobody does
 */
public record CommandServices(
    UnitOfWork unitOfWork,
    Settings settings,
    @Nullable Validator validator,
    Caller caller,
    IdempotencyStore executions,
    AnswerCodec answers,
    RequestKeys requestKeys,
    MetadataFactory metadata,
    CurrentMessage current,
    Monitor monitor,
    Clock clock,
    Pause pause,
    Executor executor,
    CommandSchedule schedule,
    @Nullable CommandAudit audit) {}
