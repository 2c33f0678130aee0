package dev.rampart.ops.chaos.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
  private ServerSocket broker;
  private Link link;
  private Socket instance;
  private Socket accepted;

  @BeforeEach
  void connect() throws IOException {
    broker = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    link = Link.to(broker.getLocalPort());
    instance = new Socket(InetAddress.getLoopbackAddress(), link.port());
    accepted = broker.accept();
    accepted.setSoTimeout(2_000);
  }

  @AfterEach
  void close() throws IOException {
    accepted.close();
    instance.close();
    link.close();
    broker.close();
  }

  @Test
  void shouldPassBytesOnInBothDirections() throws IOException {
    instance.getOutputStream().write(7);
    assertThat(accepted.getInputStream().read()).isEqualTo(7);
    accepted.getOutputStream().write(8);
    assertThat(instance.getInputStream().read()).isEqualTo(8);
  }

  @Test
  void shouldHoldEverythingWhileItIsCutAndLoseNothing() throws IOException {
    link.cut();
    instance.getOutputStream().write(7);
    accepted.setSoTimeout(100);
    assertThatThrownBy(() -> accepted.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    link.heal();
    accepted.setSoTimeout(2_000);
    assertThat(accepted.getInputStream().read()).isEqualTo(7);
  }

  @Test
  void shouldPassBytesOnLate() throws IOException {
    link.delay(Duration.ofMillis(50));
    long start = System.nanoTime();
    instance.getOutputStream().write(7);
    assertThat(accepted.getInputStream().read()).isEqualTo(7);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000L);
  }

  @Test
  void shouldTellOneEndWhenTheOtherIsGone() throws IOException {
    accepted.close();
    instance.setSoTimeout(2_000);
    assertThat(instance.getInputStream().read()).isEqualTo(-1);
  }
}
