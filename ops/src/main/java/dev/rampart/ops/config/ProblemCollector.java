package dev.rampart.ops.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Notes each problem that Jackson finds and lets it read on, so that all are found at once. */
final class ProblemCollector extends DeserializationProblemHandler {
  private final ConfigurationProblems problems;

  ProblemCollector(ConfigurationProblems problems) {
    this.problems = problems;
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String propertyName)
      throws IOException {
    Collection<Object> known = deserializer.getKnownPropertyNames();
    String allowed =
        known == null
            ? ""
            : "; allowed: "
                + String.join(", ", new TreeSet<>(known.stream().map(String::valueOf).toList()));
    problems.add(parser, "is not known" + allowed);
    parser.skipChildren();
    return true;
  }

  @Override
  public @Nullable Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String value, String message) {
    problems.add(context.getParser(), wrongValue(value, type));
    return fallback(type);
  }

  @Override
  public @Nullable Object handleWeirdNumberValue(
      DeserializationContext context, Class<?> type, Number value, String message) {
    problems.add(context.getParser(), wrongValue(value.toString(), type));
    return fallback(type);
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String message)
      throws IOException {
    problems.add(parser, "found " + nameOf(token) + "; allowed: " + nameOf(type.getRawClass()));
    parser.skipChildren();
    return fallback(type.getRawClass());
  }

  @Override
  public @Nullable Object handleInstantiationProblem(
      DeserializationContext context, Class<?> type, Object argument, Throwable failure) {
    problems.add(context.getParser(), wrongValue(String.valueOf(argument), type));
    return fallback(type);
  }

  @Override
  public JavaType handleUnknownTypeId(
      DeserializationContext context,
      JavaType baseType,
      String typeId,
      TypeIdResolver resolver,
      String message) {
    problems.add(context.getParser(), "type '" + typeId + "' is not known");
    return context.constructType(Void.class);
  }

  private static String wrongValue(String value, Class<?> type) {
    return "found '" + value + "'; allowed: " + nameOf(type);
  }

  @Override
  public @Nullable Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> type,
      ValueInstantiator instantiator,
      JsonParser parser,
      String message)
      throws IOException {
    problems.add(parser, "found " + nameOf(parser.currentToken()) + "; allowed: " + nameOf(type));
    parser.skipChildren();
    return fallback(type);
  }

  /** A value to read on with, so that validation finds none of the fields null. */
  private static @Nullable Object fallback(Class<?> type) {
    if (type.isPrimitive()) {
      return ClassUtil.defaultValue(type);
    }
    if (Map.class.isAssignableFrom(type)) {
      return new LinkedHashMap<>();
    }
    if (Collection.class.isAssignableFrom(type)) {
      return new ArrayList<>();
    }
    return type == String.class ? "" : null;
  }

  private static String nameOf(Class<?> type) {
    if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    return switch (type.getSimpleName()) {
      case "Duration" -> "a duration such as '25 ms' or '10 minutes'";
      case "DataSize" -> "a size such as '256 kB'";
      case "String", "Path" -> "a text";
      case "List", "ArrayList", "Collection" -> "a list";
      case "boolean", "Boolean" -> "true or false";
      case "URI" -> "an address";
      default -> "a section with fields";
    };
  }

  private static String nameOf(JsonToken token) {
    return switch (token) {
      case START_OBJECT, END_OBJECT, FIELD_NAME -> "a section";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE, VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          token.name().toLowerCase(Locale.ROOT).replace("value_", "");
    };
  }
}
