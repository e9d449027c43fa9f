package dev.orrery.base;

import dev.orrery.api.UserMessage;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Turns bundle keys into sentences. A key's first part names its bundle: {@code indexer.cache.readonly} stands in
 * {@code dev/orrery/indexer/messages.properties}. Patterns are those of {@link MessageFormat}. A key that no bundle has
 * shows as itself, so that nothing is lost; a test finds such keys.
 */
public final class Messages {
    /** The private-use language that shows every translated letter accented, and so what was never translated. */
    public static final Locale PSEUDO = Locale.of("en", "XA");

    private final Locale locale;

    private Messages(Locale locale) {
        this.locale = locale;
    }

    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    /** Messages in the language of {@code ORRERY_LOCALE}, or else of the system. */
    public static Messages current() {
        String tag = System.getProperty("orrery.locale", System.getenv().getOrDefault("ORRERY_LOCALE", ""));
        return of(tag.isBlank() ? Locale.getDefault() : Locale.forLanguageTag(tag));
    }

    public Locale locale() {
        return locale;
    }

    public String text(UserMessage message) {
        return text(message.key(), message.arguments().toArray());
    }

    public String text(String key, Object... arguments) {
        String pattern = pattern(key);
        String shown = locale.equals(PSEUDO) ? PseudoLocale.accent(pattern) : pattern;
        Object[] filled = Arrays.stream(arguments)
                .map(argument -> argument instanceof UserMessage inner ? text(inner) : argument)
                .toArray();
        return new MessageFormat(shown, locale.equals(PSEUDO) ? Locale.ENGLISH : locale).format(filled);
    }

    private String pattern(String key) {
        int dot = key.indexOf('.');
        if (dot > 0) {
            String bundle = "dev.orrery." + key.substring(0, dot) + ".messages";
            try {
                return ResourceBundle.getBundle(bundle, locale).getString(key);
            } catch (MissingResourceException missing) {
                System.getLogger(Messages.class.getName()).log(System.Logger.Level.WARNING, "no message for {0}", key);
            }
        }
        return "'" + key.replace("'", "''") + "'";
    }
}
