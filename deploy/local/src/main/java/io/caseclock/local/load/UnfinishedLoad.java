package io.caseclock.local.load;

import io.caseclock.local.StackException;

/**
 * Why a load ended before its file did.
 *
 * @param line the first line that intake has not answered for; those before it are done
 */
public record UnfinishedLoad(long line, StackException reason) {}
