package io.caseclock.pack;

/**
 * The rates that are shown in one colour.
 *
 * @param from the least of them; the band ends below the band before it
 */
public record Band(Colour colour, Percent from) {}
