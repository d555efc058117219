package com.acme.bank;

import io.cloudevents.CloudEvent;
import io.orchestrix.eventstore.AppendCondition;
import io.orchestrix.eventstore.EventFilter;
import io.orchestrix.eventstore.EventStore;
import io.orchestrix.eventstore.NewEvent;
import io.orchestrix.eventstore.RecordedEvent;
import io.orchestrix.eventstore.StreamId;
import io.orchestrix.message.EventFormat;
import io.orchestrix.message.GlobalPosition;
import io.orchestrix.message.PayloadCodec;
import io.orchestrix.message.cloudevents.CloudEventHttp;
import io.orchestrix.message.cloudevents.CloudEventHttpMessage;
import io.orchestrix.message.cloudevents.CloudEventMapper;
import io.orchestrix.message.cloudevents.ReceivedMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What the bank tells other systems, and hears from them. */
@Singleton
class Exchange {

  private final EventStore store;
  private final CloudEventMapper mapper;

  @Inject
  Exchange(EventStore store, EventFormat format, PayloadCodec codec, Clock clock) {
    this.store = store;
    this.mapper = new CloudEventMapper(format, codec, clock);
  }

  CloudEventHttpMessage accountsAfter(GlobalPosition last, int howMany) {
    List<CloudEvent> events =
        store
            .readAll(last, EventFilter.NONE.categories("account"))
            .limit(howMany)
            .map(this::toCloudEvent)
            .toList();
    return CloudEventHttp.batch(events);
  }

  private CloudEvent toCloudEvent(RecordedEvent stored) {
    return mapper.toCloudEvent(stored.metadata(), stored.payload(), stored.position());
  }

  void take(Map<String, List<String>> headers, byte[] body) {
    for (CloudEvent event : CloudEventHttp.read(headers, body)) {
      ReceivedMessage message = mapper.receive(event);
      List<NewEvent> news =
          mapper.events(message).stream()
              .map(payload -> new NewEvent(message.metadata(), payload))
              .toList();
      StreamId inbox = new StreamId("inbox", message.metadata().id().toString());
      store.append(inbox, AppendCondition.any(), news);
    }
  }
}
