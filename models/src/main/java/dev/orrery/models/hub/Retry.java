package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** How often and after how long something is tried again: twice as long each time, by chance up to half of it less. */
final class Retry {
    private static final int MOST = 8;
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;
    private static final long PATIENCE_SECONDS = 300;

    private final Pause pause;
    private final RandomGenerator random;
    private final String host;
    private int failures;

    Retry(Pause pause, RandomGenerator random, String host) {
        this.pause = pause;
        this.random = random;
        this.host = host;
    }

    /** It goes on: failures before this count no longer. */
    void progressed() {
        failures = 0;
    }

    /** The same after an exception; some say nothing but their names. */
    void failed(IOException broken, Cancellation cancellation) throws OrreryException {
        String why = broken.getMessage();
        failed(why == null ? broken.getClass().getSimpleName() : why, cancellation);
    }

    /** Waits after a failure, or gives up with the reason. */
    void failed(String why, Cancellation cancellation) throws OrreryException {
        if (++failures >= MOST) {
            throw new OrreryException(UserMessage.of("models.hub.broken", host, failures, why));
        }
        long longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
        pause.forA(Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1)), cancellation);
    }

    /** What a status that is no success means: a failure to wait after, or the end. */
    void status(int status, HttpHeaders headers, Cancellation cancellation) throws OrreryException {
        if (status == 429 || status >= 500) {
            OptionalLong after = HubHttp.retryAfter(headers);
            if (after.isPresent()) {
                if (after.getAsLong() > PATIENCE_SECONDS) {
                    throw new OrreryException(UserMessage.of("models.hub.later", host, after.getAsLong()));
                }
                pause.forA(Duration.ofSeconds(after.getAsLong()), cancellation);
            }
            failed("HTTP " + status, cancellation);
        } else if (status == 401 || status == 403) {
            throw new OrreryException(UserMessage.of("models.hub.notallowed", host, status));
        } else if (status == 404 || status == 410) {
            throw new OrreryException(UserMessage.of("models.hub.notfound", host));
        } else {
            throw new OrreryException(UserMessage.of("models.hub.status", host, status));
        }
    }
}
