package io.orchestrix.it.container;

import io.orchestrix.it.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;

/**
 * An application of other people that is deployed.
 *
 * @param path where its notes are, below the address of the server
 */
record Guest(String path) {

  HttpResponse<String> write(String note, String line) throws IOException, InterruptedException {
    return Http.post(address("notes/" + note), "{\"line\": \"%s\"}".formatted(line));
  }

  HttpResponse<String> read(String note) throws IOException, InterruptedException {
    return get("notes/" + note);
  }

  HttpResponse<String> get(String resource) throws IOException, InterruptedException {
    return Http.get(address(resource));
  }

  private URI address(String resource) {
    return ManagedServer.server().address().resolve(path + resource);
  }
}
