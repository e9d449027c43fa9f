package dev.orrery.models.policy;

import java.util.OptionalLong;

/**
 * How much may be spent and how much is, in millionths of a US dollar.
 *
 * @param allowance the limits
 * @param spentToday settled today
 * @param spentThisMonth settled this month
 * @param reserved what the requests under way may still cost; it counts for the day and the month
 */
public record Budget(Allowance allowance, long spentToday, long spentThisMonth, long reserved) {
    /** Whether so much more stays within both limits; what costs nothing always does. */
    public boolean allows(long microDollars) {
        return microDollars == 0 || microDollars <= left();
    }

    /** What may still be spent; {@link Long#MAX_VALUE} without a limit. */
    public long left() {
        return Math.max(0, Math.min(left(allowance.day(), spentToday), left(allowance.month(), spentThisMonth)));
    }

    private long left(OptionalLong limit, long spent) {
        return limit.isEmpty() ? Long.MAX_VALUE : limit.getAsLong() - spent - reserved;
    }

    /** Whether a limit is so nearly reached that the user wants to hear of it. */
    public boolean isLow() {
        return isLow(allowance.day(), spentToday) || isLow(allowance.month(), spentThisMonth);
    }

    private boolean isLow(OptionalLong limit, long spent) {
        return limit.isPresent()
                && (double) (spent + reserved) * 100 >= (double) limit.getAsLong() * allowance.warnPercent();
    }
}
