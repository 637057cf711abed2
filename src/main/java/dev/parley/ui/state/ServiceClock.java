package dev.parley.ui.state;

import java.time.Duration;
import java.time.Instant;

/**
 * The service's time, as far as it has been measured: what is due is due by that one, and its messages carry it, however
 * wrong this machine's clock is (RELIABILITY.md M16). UI thread only.
 */
public final class ServiceClock implements UiClock {
    private final UiClock own;
    private Duration ahead = Duration.ZERO;

    public ServiceClock(UiClock own) {
        this.own = own;
    }

    /** @param difference by how much the service's is before this machine's */
    public void ahead(Duration difference) {
        ahead = difference;
    }

    @Override
    public Instant now() {
        return own.now().plus(ahead);
    }

    @Override
    public long millis() {
        return own.millis();
    }
}
