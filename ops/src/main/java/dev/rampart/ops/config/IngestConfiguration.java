package dev.rampart.ops.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import io.dropwizard.util.DataSizeUnit;
import io.dropwizard.validation.MaxDataSize;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDataSize;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Section {@code ingest}: the bounds of what is let in; what exceeds them is a dead letter. */
public final class IngestConfiguration {
  @JsonProperty
  @Min(value = 1, message = "allowed: 1 to 1000000") @Max(value = 1_000_000, message = "allowed: 1 to 1000000") private int maxContentLength = 10_000;

  @JsonProperty
  @NotNull @MinDataSize(value = 1, unit = DataSizeUnit.KILOBYTES, message = "allowed: 1 kB to 16 MB")
  @MaxDataSize(value = 16, unit = DataSizeUnit.MEGABYTES, message = "allowed: 1 kB to 16 MB")
  private DataSize maxEventSize = DataSize.kilobytes(256);

  @JsonProperty
  @NotNull @MinDuration(value = 0, unit = TimeUnit.SECONDS, message = "allowed: 0 s to 1 day")
  @MaxDuration(value = 1, unit = TimeUnit.DAYS, message = "allowed: 0 s to 1 day")
  private io.dropwizard.util.Duration clockSkew = io.dropwizard.util.Duration.minutes(5);

  @JsonProperty
  @NotNull @MinDuration(value = 0, unit = TimeUnit.SECONDS, message = "allowed: 0 s to 1 day")
  @MaxDuration(value = 1, unit = TimeUnit.DAYS, message = "allowed: 0 s to 1 day")
  private io.dropwizard.util.Duration repeatWindow = io.dropwizard.util.Duration.minutes(10);

  /** Longest text of a message, in Unicode code points; default 10,000. */
  public int maxContentLength() {
    return maxContentLength;
  }

  /** Largest event, in bytes as on the topic; default 256 kB. */
  public int maxEventBytes() {
    return (int) maxEventSize.toBytes();
  }

  /** How far ahead of the wall clock an event's time may be; default 5 minutes. */
  public Duration clockSkew() {
    return Duration.ofMillis(clockSkew.toMilliseconds());
  }

  /** How long a repeat of an event id is recognised, in event time; default 10 minutes. */
  public Duration repeatWindow() {
    return Duration.ofMillis(repeatWindow.toMilliseconds());
  }
}
