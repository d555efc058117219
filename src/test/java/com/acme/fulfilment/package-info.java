/** Orders that are paid, packed and sent, by sagas. */
package com.acme.fulfilment;
