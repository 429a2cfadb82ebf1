package io.caseclock.notify.channel.robot;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.http.Hmac;
import io.caseclock.notify.channel.http.Target;
import io.caseclock.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the makers of group robots do in their own way: the message, the answer, the signature. */
enum RobotFormat {

  /**
   * The key in its url is the only secret it has.
   *
   * @see <a href="https://developer.work.weixin.qq.com/document/path/91770">its message format</a>
   */
  WECOM("wecom", new Names("企业微信", "WeCom"), "errcode") {
    @Override
    Map<String, Object> message(String text) {
      return Map.of("msgtype", "text", "text", Map.of("content", text));
    }
  },

  /**
   * Signed in the query.
   *
   * @see <a href="https://open.dingtalk.com/document/robots/custom-robot-access">its message
   *     format</a>
   */
  DINGTALK("dingtalk", new Names("钉钉", "DingTalk"), "errcode") {
    @Override
    Map<String, Object> message(String text) {
      return WECOM.message(text);
    }

    /** The robot takes the timestamp, in milliseconds, for one hour. */
    @Override
    URI url(Target target, Instant at, String secret) {
      var millis = at.toEpochMilli();
      var sign = Hmac.base64(secret, millis + "\n" + secret);
      return target.with(
          "timestamp=" + millis + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }
  },

  /**
   * Signed inside the body, beside the message.
   *
   * @see <a href="https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot">its message
   *     format</a>
   */
  FEISHU("feishu", new Names("飞书", "Feishu"), "code") {
    @Override
    Map<String, Object> message(String text) {
      return Map.of("msg_type", "text", "content", Map.of("text", text));
    }

    /** The text to sign is the key, and nothing is signed with it; seconds, for one hour. */
    @Override
    byte[] body(byte[] message, Instant at, String secret) {
      var seconds = at.getEpochSecond();
      Map<String, Object> signed = new LinkedHashMap<>(Json.object(message));
      signed.put("timestamp", Long.toString(seconds));
      signed.put("sign", Hmac.base64(seconds + "\n" + secret, ""));
      return Json.bytes(signed);
    }
  };

  private final String word;
  private final Names title;
  private final String codeMember;

  RobotFormat(String word, Names title, String codeMember) {
    this.word = word;
    this.title = title;
    this.codeMember = codeMember;
  }

  String word() {
    return word;
  }

  Names title() {
    return title;
  }

  /** The member of the answer that is 0 where all is well. */
  String codeMember() {
    return codeMember;
  }

  abstract Map<String, Object> message(String text);

  /** Where a signed message is posted to. */
  URI url(Target target, Instant at, String secret) {
    return target.url();
  }

  /** A signed message. */
  byte[] body(byte[] message, Instant at, String secret) {
    return message;
  }
}
