/** Orders that are cancelled unless they are paid in time. */
package com.acme.reminders;
