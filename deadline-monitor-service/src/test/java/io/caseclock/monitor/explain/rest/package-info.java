@org.jspecify.annotations.NullMarked
package io.caseclock.monitor.explain.rest;
