package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import dev.orrery.indexer.text.regex.NfaCompiler.Direction;
import java.util.List;

/** A compiled pattern. Immutable. */
public final class Regex {
    private final Nfa forwards;
    private final Nfa backwards;
    private final ByteClasses forwardsClasses;
    private final ByteClasses backwardsClasses;
    private final Requirement requirement;
    private final List<Needle> needles;

    private Regex(Hir hir) throws OrreryException {
        this.forwards = NfaCompiler.compile(hir, Direction.FORWARDS);
        this.backwards = NfaCompiler.compile(hir, Direction.BACKWARDS);
        this.forwardsClasses = ByteClasses.of(forwards);
        this.backwardsClasses = ByteClasses.of(backwards);
        this.requirement = Requirement.of(hir);
        this.needles = requirement.needles();
    }

    /** How letters are compared where the pattern does not say. */
    public enum CaseRule {
        SENSITIVE,
        INSENSITIVE
    }

    /**
     * Compiles {@code pattern}.
     *
     * @throws OrreryException where it is wrong, too large or not supported, saying what and where
     */
    public static Regex compile(String pattern, CaseRule rule) throws OrreryException {
        return new Regex(
                RegexParser.parse(pattern, rule == CaseRule.INSENSITIVE ? Flags.NONE.with('i', true) : Flags.NONE));
    }

    /** Compiles text that matches itself. */
    public static Regex literal(String text, CaseRule rule) throws OrreryException {
        return compile(text.replaceAll("[\\\\.+*?()|\\[\\]{}^$#&~-]", "\\\\$0"), rule);
    }

    /** A matcher for one thread. */
    public BlockMatcher matcher(WorkLimit limit) {
        return new RegexMatcher(this, limit);
    }

    /** What every match's line holds. */
    public Requirement requirement() {
        return requirement;
    }

    Nfa forwards() {
        return forwards;
    }

    Nfa backwards() {
        return backwards;
    }

    ByteClasses forwardsClasses() {
        return forwardsClasses;
    }

    ByteClasses backwardsClasses() {
        return backwardsClasses;
    }

    /** Texts, one of which stands in every line that matches; empty where none are known. */
    List<Needle> needles() {
        return needles;
    }
}
