package com.acme.fulfilment;

import io.orchestrix.message.Event;
import java.math.BigDecimal;

/** What the saga of an order hears of. */
sealed interface OrderEvent extends Event {

  record OrderPlaced(String orderId, String customerId, String sku, BigDecimal total, String city)
      implements OrderEvent {}

  record CustomerMoved(String customerId, String city) implements OrderEvent {}

  record ParcelHandedOver(String orderId, String parcelId) implements OrderEvent {}

  record ParcelRefused(String orderId, String why) implements OrderEvent {}

  record GoodsReturned(String returnId) implements OrderEvent {}
}
