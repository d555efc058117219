package com.acme.fulfilment;

import io.orchestrix.message.Command;
import java.math.BigDecimal;

/** What the sagas ask for. */
sealed interface OrderCommand extends Command {

  record ReserveStock(String orderId, String sku) implements OrderCommand {}

  record ReleaseStock(String orderId, String sku) implements OrderCommand {}

  record BookRefund(String orderId, BigDecimal amount) implements OrderCommand {}

  record HandOverParcel(String orderId, String city) implements OrderCommand {}

  record ThankCustomer(String orderId, String receipt) implements OrderCommand {}

  record FetchGoods(String returnId) implements OrderCommand {}

  record RestockGoods(String returnId, String sku) implements OrderCommand {}
}
