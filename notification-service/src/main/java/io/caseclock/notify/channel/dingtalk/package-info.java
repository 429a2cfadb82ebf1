/** Group robots of DingTalk (钉钉): a line of text into one group, no names and no case content. */
@NullMarked
package io.caseclock.notify.channel.dingtalk;

import org.jspecify.annotations.NullMarked;
