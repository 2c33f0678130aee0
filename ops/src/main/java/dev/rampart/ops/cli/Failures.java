package dev.rampart.ops.cli;

import dev.rampart.schemas.registry.SchemaRegistryException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;

/** What a failure means to the person at the terminal. */
final class Failures {
  private Failures() {}

  static CommandFailure explain(Throwable failure) {
    if (failure instanceof CommandFailure understood) {
      return understood;
    }
    if (failure instanceof ExecutionException wrapper && wrapper.getCause() != null) {
      return explain(wrapper.getCause());
    }
    CommandFailure known = known(failure);
    return known != null ? known : unexpected(failure);
  }

  private static @org.jspecify.annotations.Nullable CommandFailure known(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof NoSuchFileException) {
      return CommandFailure.wrongUsage(message + ": no such file", failure);
    }
    if (failure instanceof AccessDeniedException) {
      return CommandFailure.wrongUsage(message + ": not allowed to read or write it", failure);
    }
    if (failure instanceof FileAlreadyExistsException) {
      return CommandFailure.wrongUsage(message + ": exists already", failure);
    }
    if (failure instanceof BindException) {
      return CommandFailure.wrongUsage("a port is taken: " + message, failure);
    }
    if (failure instanceof SchemaRegistryException) {
      return CommandFailure.failed("the schema registry cannot be used: " + message, failure);
    }
    return knownOfKafka(failure, message);
  }

  private static @org.jspecify.annotations.Nullable CommandFailure knownOfKafka(
      Throwable failure, String message) {
    if (failure instanceof TimeoutException) {
      return CommandFailure.failed("the Kafka cluster did not answer in time: " + message, failure);
    }
    if (failure instanceof AuthenticationException || failure instanceof AuthorizationException) {
      return CommandFailure.wrongUsage("the Kafka cluster refused access: " + message, failure);
    }
    if (failure instanceof StreamsException) {
      return failure.getCause() instanceof ProcessorStateException unusable
          ? CommandFailure.wrongUsage(
              "the state folder cannot be used: " + unusable.getMessage(), failure)
          : CommandFailure.failed("Kafka Streams: " + message, failure);
    }
    if (failure instanceof ConfigException) {
      return CommandFailure.wrongUsage("a Kafka setting is wrong: " + message, failure);
    }
    return null;
  }

  private static CommandFailure unexpected(Throwable failure) {
    return CommandFailure.failed(
        "unexpected failure: "
            + failure.getClass().getSimpleName()
            + (failure.getMessage() == null ? "" : ": " + failure.getMessage())
            + " (--verbose shows where)",
        failure);
  }

  static String stackTrace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
