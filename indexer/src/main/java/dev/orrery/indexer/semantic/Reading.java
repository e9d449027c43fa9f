package dev.orrery.indexer.semantic;

import dev.orrery.api.Passage;
import java.util.function.IntConsumer;

/**
 * What one passage says.
 *
 * @param code the code's terms, weights adding up to 1: names above bodies
 * @param documentation the terms of the comments in front of the declaration, weights adding up to 1; empty without any
 * @param counts how often each term stands there, names counting more; comments and literals included
 */
record Reading(TermBag code, TermBag documentation, TermBag counts) {
    /** A term that is repeated says little more than one that is not. */
    static final float MOST_REPEATS = 3;

    /** What documentation says beside what its code says. */
    static final float DOCUMENTED = 0.3f;

    private static final float COUNTED_NAME = 7;
    private static final float COUNTED_CONTEXT = 2;

    /** The shares of a declaration's parts in its description, learned by expectation maximisation with the table. */
    enum Share {
        NAME(0.42f),
        ENCLOSING(0.18f),
        PARAMETERS(0.06f),
        BODY(0.27f),
        /** The body as the graph knows it. */
        CALLEES(0.20f),
        CALLERS(0.03f),
        PATH(0.04f);

        final float weight;

        Share(float weight) {
            this.weight = weight;
        }
    }

    static Reading of(Passage passage, Terms terms) {
        Parts parts = new Parts(terms);
        parts.add(Share.NAME, passage.name());
        parts.add(Share.ENCLOSING, passage.enclosing());
        parts.add(Share.PARAMETERS, passage.parameters());
        parts.add(Share.PATH, withoutExtension(passage.path()));
        Text text = new Text(terms);
        SourceWords.read(passage.language(), passage.text(), text);
        parts.add(Share.BODY, text.body);
        TermCounts counts = text.all;
        addWords(terms, passage.name(), COUNTED_NAME, counts);
        addWords(terms, passage.enclosing(), COUNTED_CONTEXT, counts);
        addWords(terms, passage.parameters(), COUNTED_CONTEXT, counts);
        TermCounts documentation = new TermCounts();
        if (!text.documentation.isEmpty()) {
            text.documentation.spread(1, MOST_REPEATS, documentation);
        }
        return new Reading(parts.bag(), documentation.toBag(1), counts.toBag(1));
    }

    /** What is said of the declaration in all: code and, where there is any, documentation. */
    TermBag mixed() {
        if (documentation.size() == 0) {
            return code;
        }
        TermCounts both = new TermCounts();
        for (int i = 0; i < code.size(); i++) {
            both.add(code.terms()[i], code.weights()[i] * (1 - DOCUMENTED));
        }
        for (int i = 0; i < documentation.size(); i++) {
            both.add(documentation.terms()[i], documentation.weights()[i] * DOCUMENTED);
        }
        return both.toBag(1);
    }

    static String withoutExtension(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    private static void addWords(Terms terms, String text, float each, TermCounts target) {
        forEachWord(text, word -> target.add(terms.of(word), each));
    }

    /** Splits at what is neither letter nor digit nor underscore. */
    static void forEachWord(String text, java.util.function.Consumer<String> sink) {
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean part = at < text.length() && Character.isUnicodeIdentifierPart(text.charAt(at));
            if (part && start < 0) {
                start = at;
            } else if (!part && start >= 0) {
                sink.accept(text.substring(start, at));
                start = -1;
            }
        }
    }

    /** Mixes the parts of a declaration by their shares. */
    static final class Parts {
        private final Terms terms;
        private final TermCounts part = new TermCounts();
        private final TermCounts mixed = new TermCounts();
        private float sum;

        Parts(Terms terms) {
            this.terms = terms;
        }

        void add(Share share, String text) {
            part.clear();
            addWords(terms, text, 1, part);
            add(share, part);
        }

        void add(Share share, TermCounts counts) {
            if (!counts.isEmpty()) {
                counts.spread(share.weight, share == Share.BODY ? MOST_REPEATS : Float.MAX_VALUE, mixed);
                sum += share.weight;
            }
        }

        TermBag bag() {
            return sum == 0 ? TermBag.EMPTY : mixed.toBag(sum);
        }

        void clear() {
            mixed.clear();
            sum = 0;
        }
    }

    /** Sorts a passage's words: comments in front are documentation, what follows is body. */
    private static final class Text implements SourceWords.Sink {
        private final Terms terms;
        private final TermCounts documentation = new TermCounts();
        private final TermCounts body = new TermCounts();
        private final TermCounts all = new TermCounts();
        private boolean begun;

        Text(Terms terms) {
            this.terms = terms;
        }

        @Override
        public void identifier(String word) {
            begun = true;
            for (int term : terms.of(word)) {
                body.add(term, 1);
                all.add(term, 1);
            }
        }

        @Override
        public void comment(String text, int start, int end) {
            IntConsumer sink = begun
                    ? term -> all.add(term, 1)
                    : term -> {
                        documentation.add(term, 1);
                        all.add(term, 1);
                    };
            Prose.read(terms, text, start, end, sink);
        }

        @Override
        public void literal(String text, int start, int end) {
            Prose.read(terms, text, start, end, term -> all.add(term, 1));
        }
    }
}
