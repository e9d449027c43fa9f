package dev.orrery.models.engine;

import java.util.List;
import java.util.function.Consumer;

/**
 * Passes on an answer's text as it comes, up to the first stop text: the listener never hears a part of a stop text and
 * never half a character. What may be the start of either is held back until more comes. For one thread.
 */
public final class TextStream {
    private static final char REPLACEMENT = '\uFFFD';

    private final List<String> stops;
    private final Consumer<String> listener;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder heldBack = new StringBuilder();
    private boolean stopped;

    /**
     * @param stops texts at which the answer ends; empty ones are left out
     * @param listener hears the text on the calling thread
     */
    public TextStream(List<String> stops, Consumer<String> listener) {
        this.stops = stops.stream().filter(stop -> !stop.isEmpty()).toList();
        this.listener = listener;
    }

    /** Takes the next piece. Answers whether more is wanted: after a stop text nothing is. */
    public boolean add(String piece) {
        if (stopped) {
            return false;
        }
        heldBack.append(piece);
        int stop = firstStop();
        if (stop >= 0) {
            stopped = true;
            heldBack.setLength(stop);
            tell(stop);
        } else {
            tell(certain());
        }
        return !stopped;
    }

    /** Tells what was held back; nothing more comes. */
    public void end() {
        tell(heldBack.length());
    }

    /** All that was told, joined. */
    public String text() {
        return text.toString();
    }

    /** Whether a stop text came. */
    public boolean stopped() {
        return stopped;
    }

    /** Where the stop text starts that ends first, so that the answer does not depend on how it was cut; -1 for none. */
    private int firstStop() {
        int first = -1;
        int end = Integer.MAX_VALUE;
        for (String stop : stops) {
            int at = heldBack.indexOf(stop);
            if (at >= 0 && (at + stop.length() < end || at + stop.length() == end && at < first)) {
                first = at;
                end = at + stop.length();
            }
        }
        return first;
    }

    /** Characters at the front that can be neither the start of a stop text nor half a character. */
    private int certain() {
        int length = heldBack.length();
        if (length > 0 && Character.isHighSurrogate(heldBack.charAt(length - 1))) {
            length--;
        }
        for (String stop : stops) {
            int longest = Math.min(stop.length() - 1, heldBack.length());
            for (int held = longest; held > heldBack.length() - length; held--) {
                if (endsWith(stop, held)) {
                    length = heldBack.length() - held;
                    break;
                }
            }
        }
        return length;
    }

    private boolean endsWith(String stop, int held) {
        int start = heldBack.length() - held;
        for (int i = 0; i < held; i++) {
            if (heldBack.charAt(start + i) != stop.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void tell(int length) {
        if (length > 0) {
            String piece = whole(heldBack.substring(0, length));
            heldBack.delete(0, length);
            text.append(piece);
            listener.accept(piece);
        }
    }

    /** With halves of characters that lack the other half replaced. */
    private static String whole(String piece) {
        StringBuilder whole = null;
        for (int i = 0; i < piece.length(); i++) {
            char c = piece.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < piece.length()
                    && Character.isLowSurrogate(piece.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                whole = whole == null ? new StringBuilder(piece) : whole;
                whole.setCharAt(i, REPLACEMENT);
            }
        }
        return whole == null ? piece : whole.toString();
    }
}
