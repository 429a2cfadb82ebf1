/** Group robots of WeCom, DingTalk and Feishu: one robot with three formats. */
@NullMarked
package io.caseclock.notify.channel.robot;

import org.jspecify.annotations.NullMarked;
