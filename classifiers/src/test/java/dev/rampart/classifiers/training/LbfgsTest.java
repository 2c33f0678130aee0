package dev.rampart.classifiers.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {
  /** A long valley: 100 times as steep across as along. */
  private static final Lbfgs.Function VALLEY =
      new Lbfgs.Function() {
        @Override
        public int size() {
          return 2;
        }

        @Override
        public double at(double[] point, double[] gradient) {
          gradient[0] = point[0] - 3;
          gradient[1] = 100 * (point[1] + 2);
          return (gradient[0] * gradient[0] + gradient[1] * gradient[1] / 100) / 2;
        }
      };

  @Test
  void shouldFindTheBottomOfAValley() {
    assertThat(new Lbfgs(VALLEY, 60, 1e-12).minimum())
        .containsExactly(new double[] {3, -2}, within(1e-4));
  }

  @Test
  void shouldStayWhereNoStepIsAllowed() {
    assertThat(new Lbfgs(VALLEY, 0, 1e-12).minimum()).containsExactly(0, 0);
  }
}
