package io.orchestrix.it.bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.orchestrix.it.Database;
import io.orchestrix.it.Servers;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The official SDK of CloudEvents as a client of the bank. It has no batches but by its format. */
@ParameterizedClass
@EnumSource
class CloudEventsIT {
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final JsonFormat FORMAT = new JsonFormat();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Bank bank;
  private final Api operator;
  private final Api reader;
  private final Api nobody;
  private final String account = "salary-" + UUID.randomUUID();

  CloudEventsIT(Database database) {
    var server = Servers.of(database);
    bank = Bank.at(server);
    operator = Api.at(server, "operator");
    reader = Api.at(server, "reader");
    nobody = Api.at(server, "");
  }

  @BeforeEach
  void open() throws IOException {
    assertThat(bank.open(account, "Ada", "0").status()).isEqualTo(201);
  }

  @Test
  void what_a_payroll_system_sends_in_any_mode_is_paid_in_once() throws Exception {
    for (var times = 0; times < 2; times++) {
      var structured = structured(salary("s", "1.25"));
      var binary = binary(salary("b", "2"));
      var batch = batch(salary("x", "4"), salary("y", "8"));

      assertReceipt(structured, times == 0 ? 1 : 0, times == 0 ? 0 : 1);
      assertReceipt(binary, times == 0 ? 1 : 0, times == 0 ? 0 : 1);
      assertReceipt(batch, times == 0 ? 2 : 0, times == 0 ? 0 : 2);
      awaitBalance("15.25");
    }
    assertThat(bank.history(account).body().size()).isEqualTo(5);
  }

  @Test
  void a_batch_with_a_fault_is_refused_as_a_whole() throws Exception {
    var answer = batch(salary("1", "1"), salary("2", "-1"), event("3", "MoneyDeposited", "{}"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    var errors = JSON.readTree(answer.body()).path("errors");
    assertThat(errors.valueStream().map(error -> error.path("pointer").asString()))
        .containsExactly("/1/data/amount", "/2/type");
    assertReceipt(batch(salary("1", "1")), 1, 0);
    awaitBalance("1");
  }

  @Test
  void what_is_stored_comes_back_as_cloudevents_of_the_sdk() throws Exception {
    bank.deposit(account, "d", "7.50");
    var all = readBatch(get("streams/account/" + account + "/events", BATCH));

    assertThat(all)
        .extracting(CloudEvent::getType)
        .containsExactly("AccountOpened", "MoneyDeposited");
    var deposit = all.get(1);
    assertThat(data(deposit).path("amount").decimalValue()).isEqualByComparingTo("7.50");
    var position = Long.parseLong(String.valueOf(deposit.getExtension("sequence")));

    var answer = get("events/" + position, JsonFormat.CONTENT_TYPE);
    var one =
        HttpMessageFactory.createReaderFromMultimap(
                answer.headers().map(), answer.body().getBytes(UTF_8))
            .toEvent();
    assertThat(one.getId()).isEqualTo(deposit.getId());
    assertThat(data(one)).isEqualTo(data(deposit));
    assertThat(readBatch(get("events?limit=1&after=" + (position - 1), BATCH)))
        .extracting(CloudEvent::getId)
        .containsExactly(deposit.getId());
  }

  @Test
  void who_may_only_read_sends_nothing() throws Exception {
    var body = FORMAT.serialize(salary("r", "1"));
    assertThat(post(reader, JsonFormat.CONTENT_TYPE, body).statusCode()).isEqualTo(403);
    assertThat(post(nobody, JsonFormat.CONTENT_TYPE, body).statusCode()).isEqualTo(401);
  }

  private CloudEvent salary(String id, String amount) {
    return event(
        id,
        "com.acme.payroll.salary-paid",
        "{\"paymentId\":\"%s %s\",\"accountId\":\"%2$s\",\"amount\":%s}"
            .formatted(id, account, amount));
  }

  private CloudEvent event(String id, String type, String data) {
    return CloudEventBuilder.v1()
        .withId(id)
        .withSource(URI.create("/payroll/" + account))
        .withSubject("employee/7")
        .withType(type)
        .withData("application/json", data.getBytes(UTF_8))
        .build();
  }

  private HttpResponse<String> structured(CloudEvent event) throws IOException {
    var headers = new HashMap<String, String>();
    var body = new byte[1][];
    HttpMessageFactory.createWriter(headers::put, bytes -> body[0] = bytes)
        .writeStructured(event, FORMAT);
    return send(headers, body[0]);
  }

  private HttpResponse<String> binary(CloudEvent event) throws IOException {
    var headers = new HashMap<String, String>();
    var body = new byte[1][];
    HttpMessageFactory.createWriter(headers::put, bytes -> body[0] = bytes).writeBinary(event);
    return send(headers, body[0]);
  }

  private HttpResponse<String> send(Map<String, String> headers, byte[] body) throws IOException {
    var request = operator.request("events");
    headers.forEach(request::header);
    return operator.raw(request.POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> batch(CloudEvent... events) throws IOException {
    var json =
        Stream.of(events)
            .map(event -> new String(FORMAT.serialize(event), UTF_8))
            .collect(Collectors.joining(",", "[", "]"));
    return post(operator, BATCH, json.getBytes(UTF_8));
  }

  private static HttpResponse<String> post(Api by, String type, byte[] body) throws IOException {
    return by.raw(
        by.request("events").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<String> get(String path, String type) throws IOException {
    var answer = reader.raw(reader.request(path).header("Accept", type));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    return answer;
  }

  private static List<CloudEvent> readBatch(HttpResponse<String> answer) {
    return JSON.readTree(answer.body())
        .valueStream()
        .map(event -> FORMAT.deserialize(event.toString().getBytes(UTF_8)))
        .toList();
  }

  private static JsonNode data(CloudEvent event) {
    return JSON.readTree(event.getData().toBytes());
  }

  private static void assertReceipt(HttpResponse<String> answer, int stored, int repeated) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(stored == 0 ? 200 : 202);
    assertThat(JSON.readTree(answer.body()))
        .isEqualTo(JSON.readTree("{\"stored\":%d,\"repeated\":%d}".formatted(stored, repeated)));
  }

  private void awaitBalance(String balance) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(bank.balance(account)).isEqualByComparingTo(new BigDecimal(balance)));
  }
}
