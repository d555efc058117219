package io.orchestrix.it.guest.ejb;

import io.orchestrix.command.CommandBus;
import io.orchestrix.it.guest.WriteLine;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Writes a line later. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NotesTimer {
  @Resource TimerService timers;
  @Inject CommandBus commands;

  private final CompletableFuture<Integer> answer = new CompletableFuture<>();

  /** Writes on the note in a while; the answer comes when that has been committed. */
  public Future<Integer> writeIn(long milliseconds, String noteId) {
    timers.createSingleActionTimer(milliseconds, new TimerConfig(noteId, false));
    return answer;
  }

  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void write(Timer timer) {
    var noteId = (String) timer.getInfo();
    answer.complete(commands.send(new WriteLine(noteId, "by a timer"), Integer.class));
  }
}
