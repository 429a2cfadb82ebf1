package io.caseclock.notify.channel;

/** One way of sending; it answers for every parcel and never throws. */
@FunctionalInterface
public interface Channel {

  Delivery send(Parcel parcel);
}
