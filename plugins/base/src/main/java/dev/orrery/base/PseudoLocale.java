package dev.orrery.base;

/** Accents the letters of a message pattern and brackets it, leaving {@code {arguments}} and quotes alone. */
final class PseudoLocale {
    private static final String PLAIN = "AaBbCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz";
    private static final String ACCENTED = "ÅåƁƀÇçĐđÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž";

    private PseudoLocale() {}

    static String accent(String pattern) {
        StringBuilder text = new StringBuilder("⟦");
        int depth = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            int index = depth == 0 ? PLAIN.indexOf(c) : -1;
            text.append(index < 0 ? c : ACCENTED.charAt(index));
        }
        return text.append('⟧').toString();
    }
}
