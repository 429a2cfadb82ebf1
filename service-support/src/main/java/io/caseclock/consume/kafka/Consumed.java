package io.caseclock.consume.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record and what it says. */
public record Consumed<T>(ConsumerRecord<byte[], byte[]> from, T event) {}
