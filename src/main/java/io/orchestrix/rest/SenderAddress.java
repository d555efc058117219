package io.orchestrix.rest;

import io.orchestrix.message.ActingCaller;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Notes from which address each request comes, for the audit log. Behind a proxy it is the proxy's,
 * unless the server is told to believe what the proxy says.
 */
@WebListener
public class SenderAddress implements ServletRequestListener {

  @Inject ActingCaller caller;

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    caller.begin(String.valueOf(event.getServletRequest().getRemoteAddr()));
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    caller.end();
  }
}
