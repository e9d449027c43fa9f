package dev.orrery.app.feature.activity;

import dev.orrery.app.control.ViewContext;
import java.util.OptionalDouble;

/** Writes money, times, shares and sizes in the user's language; what is not known is a dash. */
final class Figures {
    private static final long DOLLAR = 1_000_000;
    private static final long SECOND = 1_000;
    private static final long KILO = 1_024;

    private final ViewContext context;

    Figures(ViewContext context) {
        this.context = context;
    }

    /** @param microDollars millionths of a US dollar; what is less than a cent has more digits */
    String money(long microDollars) {
        double dollars = (double) microDollars / DOLLAR;
        return context.text(
                microDollars != 0 && microDollars < DOLLAR / 100 ? "app.activity.money.small" : "app.activity.money",
                dollars);
    }

    String millis(long millis) {
        return millis < 10 * SECOND
                ? context.text("app.activity.millis", millis)
                : context.text("app.activity.seconds", (double) millis / SECOND);
    }

    String share(OptionalDouble share) {
        return share.isEmpty()
                ? context.text("app.activity.unknown")
                : context.text("app.activity.share", share.getAsDouble());
    }

    String count(long count) {
        return context.text("app.activity.count", count);
    }

    String bytes(long bytes) {
        if (bytes < KILO) {
            return context.text("app.activity.bytes", bytes);
        }
        return bytes < KILO * KILO
                ? context.text("app.activity.kilobytes", (double) bytes / KILO)
                : context.text("app.activity.megabytes", (double) bytes / KILO / KILO);
    }

    /** A time that only counts where something was measured. */
    String millis(long millis, long measured) {
        return measured == 0 ? context.text("app.activity.unknown") : millis(millis);
    }
}
