/**
 * Holds the Helm chart to what the services really use: their settings, ports, paths and topics.
 * Nothing here needs a cluster.
 */
@NullMarked
package io.caseclock.kubernetes;

import org.jspecify.annotations.NullMarked;
