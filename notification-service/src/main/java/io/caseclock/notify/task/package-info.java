/**
 * Work that a deadline asks of certain people: calling back the caller, reviewing a case file. A
 * task opens and ends with its deadline; the answers of whoever does it are an event of the case,
 * and a bad answer is a finding. Nobody answers for a case that is their own, nobody answers twice,
 * and nobody has to invent what an unreachable person might have said.
 */
@NullMarked
package io.caseclock.notify.task;

import org.jspecify.annotations.NullMarked;
