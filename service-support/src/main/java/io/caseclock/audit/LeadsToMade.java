package io.caseclock.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a form that leads the browser to what it made, so that the audit log names that. Whatever
 * else leads a browser on, to a list or to where the visitor wanted to go, has made nothing there.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LeadsToMade {}
