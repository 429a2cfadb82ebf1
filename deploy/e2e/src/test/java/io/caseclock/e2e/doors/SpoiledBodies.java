package io.caseclock.e2e.doors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.caseclock.e2e.doors.GoodBodies.GoodBody;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Spoils a good body: each value in each way, each member left out, doubled and joined by an
 * unknown one, the whole in other shapes and under other names, and then bytes at random.
 */
final class SpoiledBodies {

  /** Stands in the tree where afterwards stand bytes that no tree can hold. */
  private static final String PLACE = "@place@";

  private static final Map<String, String> OTHER_TYPES =
      Map.of(
          "json", "json",
          "GBK", "application/json; charset=GBK",
          "no such charset", "application/json;charset=nonsense",
          "quoted", "application/json; charset=\"utf-8",
          "XML", "application/xml",
          "none", "",
          "all", "*/*",
          "long", "application/" + "x".repeat(4_000),
          "a form", "application/x-www-form-urlencoded",
          "parts", "multipart/form-data");

  private final GoodBody good;
  private final Request request;
  private final Random random;

  private SpoiledBodies(GoodBody good, Request request, Random random) {
    this.good = good;
    this.request = request;
    this.random = random;
  }

  /** So many variants of one body; the same ones for the same random numbers. */
  static List<Spoiled> of(GoodBody good, Request request, Random random, int number) {
    var spoiled = new SpoiledBodies(good, request, random);
    List<Spoiled> variants = new ArrayList<>(spoiled.planned());
    Collections.shuffle(variants, random);
    while (variants.size() < number) {
      variants.add(spoiled.byChance());
    }
    return variants.subList(0, number);
  }

  private List<Spoiled> planned() {
    List<Spoiled> variants = new ArrayList<>(whole());
    for (var place : places(good.content(), "")) {
      for (var value : SpoiledValue.values()) {
        variants.add(replaced(place, value));
      }
    }
    for (var object : objects(good.content(), "")) {
      for (var member : object.node().properties()) {
        variants.add(without(object.pointer(), member.getKey()));
        variants.add(doubled(object.pointer(), member.getKey()));
      }
      variants.add(withUnknown(object.pointer()));
    }
    return variants;
  }

  private record Place(String pointer) {}

  private record ObjectAt(String pointer, ObjectNode node) {}

  private static List<Place> places(JsonNode node, String pointer) {
    List<Place> places = new ArrayList<>();
    if (!pointer.isEmpty()) {
      places.add(new Place(pointer));
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(it -> places.addAll(places(it.getValue(), pointer + "/" + it.getKey())));
    } else if (node instanceof ArrayNode list && !list.isEmpty()) {
      places.addAll(places(list.get(0), pointer + "/0"));
    }
    return places;
  }

  private static List<ObjectAt> objects(JsonNode node, String pointer) {
    List<ObjectAt> objects = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      objects.add(new ObjectAt(pointer, object));
      object
          .properties()
          .forEach(it -> objects.addAll(objects(it.getValue(), pointer + "/" + it.getKey())));
    } else if (node instanceof ArrayNode list && !list.isEmpty()) {
      objects.addAll(objects(list.get(0), pointer + "/0"));
    }
    return objects;
  }

  private Spoiled replaced(Place place, SpoiledValue value) {
    var tree = good.content().deepCopy();
    put(tree, place.pointer(), TextNode.valueOf(PLACE));
    var fault = place.pointer() + " is " + value;
    return good.isJson()
        ? new Spoiled(fault, sent(exchanged(bytes(tree), "\"" + PLACE + "\"", value.json())))
        : new Spoiled(
            fault, sent(exchanged(good.in(request, tree).body(), encodedPlace(), form(value))));
  }

  private static String encodedPlace() {
    return "%40place%40";
  }

  private byte[] form(SpoiledValue value) {
    return (random.nextBoolean() ? value.encoded() : value.raw().replace("&", "%"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private Spoiled without(String pointer, String member) {
    var tree = good.content().deepCopy();
    ((ObjectNode) tree.at(pointer)).remove(member);
    return new Spoiled(pointer + "/" + member + " is missing", good.in(request, tree));
  }

  private Spoiled doubled(String pointer, String member) {
    var tree = good.content().deepCopy();
    var object = (ObjectNode) tree.at(pointer);
    object.set(PLACE, object.get(member));
    var body = good.in(request, tree).body();
    var place = good.isJson() ? PLACE : encodedPlace();
    return new Spoiled(
        pointer + "/" + member + " is doubled",
        sent(exchanged(body, place, member.getBytes(StandardCharsets.UTF_8))));
  }

  private Spoiled withUnknown(String pointer) {
    var tree = good.content().deepCopy();
    ((ObjectNode) tree.at(pointer)).put("unheardOf", "示例");
    return new Spoiled(pointer + " has an unknown member", good.in(request, tree));
  }

  /** The whole body in another shape, or under another name. */
  private List<Spoiled> whole() {
    var body = good.in(request).body();
    List<Spoiled> variants = new ArrayList<>();
    variants.add(new Spoiled("empty", sent(new byte[0])));
    variants.add(new Spoiled("twice", sent(joined(body, body))));
    variants.add(new Spoiled("trailing text", sent(joined(body, bytes(" x")))));
    variants.add(new Spoiled("trailing NUL", sent(joined(body, new byte[] {0}))));
    variants.add(new Spoiled("a comment", sent(joined(bytes("/* x */"), body))));
    variants.add(
        new Spoiled(
            "byte order mark",
            sent(joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, body))));
    for (var charset : List.of("UTF-16", "UTF-16LE", "UTF-32", "GBK", "ISO-8859-1")) {
      var other = new String(body, StandardCharsets.UTF_8).getBytes(Charset.forName(charset));
      variants.add(new Spoiled("written in " + charset, sent(other)));
    }
    for (var value : SpoiledValue.values()) {
      variants.add(new Spoiled("the whole is " + value, sent(value.json())));
    }
    OTHER_TYPES.forEach(
        (name, type) ->
            variants.add(new Spoiled("type " + name, sent(body).with("Content-Type", type))));
    for (var encoding : List.of("gzip", "deflate", "nonsense", "identity, gzip")) {
      variants.add(
          new Spoiled("encoding " + encoding, sent(body).with("Content-Encoding", encoding)));
    }
    for (var accept : List.of("nonsense", "text/csv", "*/", "application/json;q=x", "")) {
      variants.add(new Spoiled("accept " + accept, sent(body).with("Accept", accept)));
    }
    for (var header : good.headers().keySet()) {
      for (var value : SpoiledValue.values()) {
        variants.add(
            new Spoiled(header + " is raw " + value, sent(body).with(header, value.raw())));
        variants.add(
            new Spoiled(header + " is " + value, sent(body).with(header, value.encoded())));
      }
    }
    return variants;
  }

  /** Bytes cut off, put in, turned over: what a broken line or a broken program sends. */
  private Spoiled byChance() {
    var places = places(good.content(), "");
    if (!places.isEmpty() && random.nextInt(3) == 0) {
      var place = places.get(random.nextInt(places.size()));
      var value = SpoiledValue.values()[random.nextInt(SpoiledValue.values().length)];
      var first = replaced(place, value);
      return new Spoiled(first.fault() + ", and bytes by chance", mangled(first.request()));
    }
    return new Spoiled("bytes by chance", mangled(good.in(request)));
  }

  private Request mangled(Request whole) {
    var bytes = whole.body().clone();
    for (var times = 1 + random.nextInt(4); times > 0 && bytes.length > 0; times--) {
      var at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at);
        default -> bytes = joined(Arrays.copyOf(bytes, at), bytes);
      }
    }
    return new Request(whole.method(), whole.target(), whole.headers(), bytes);
  }

  private Request sent(byte[] body) {
    var whole = good.in(request);
    return new Request(whole.method(), whole.target(), whole.headers(), body);
  }

  private static void put(JsonNode tree, String pointer, JsonNode value) {
    var cut = pointer.lastIndexOf('/');
    var parent = tree.at(pointer.substring(0, cut));
    var last = pointer.substring(cut + 1);
    if (parent instanceof ObjectNode object) {
      object.set(last, value);
    } else if (parent instanceof ArrayNode list) {
      list.set(Integer.parseInt(last), value);
    }
  }

  private static byte[] exchanged(byte[] whole, String place, byte[] by) {
    var text = new String(whole, StandardCharsets.ISO_8859_1);
    var cut = text.indexOf(place);
    if (cut < 0) {
      return whole;
    }
    return joined(
        joined(text.substring(0, cut).getBytes(StandardCharsets.ISO_8859_1), by),
        text.substring(cut + place.length()).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(first);
    whole.writeBytes(second);
    return whole.toByteArray();
  }

  private static byte[] bytes(JsonNode tree) {
    return bytes(tree.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
