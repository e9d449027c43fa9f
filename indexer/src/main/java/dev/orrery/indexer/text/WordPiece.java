package dev.orrery.indexer.text;

import dev.orrery.indexer.text.regex.Requirement;
import dev.orrery.indexer.text.regex.Requirement.Letters;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a word that a match needs.
 *
 * @param wanted the part's bytes; a line end before or after it where the word begins or ends there
 * @param ignoresCase whether it is in lower case and matches both
 */
record WordPiece(String wanted, boolean ignoresCase) {
    /** The words and parts of words in required text that are long enough to be in the index. */
    static List<WordPiece> of(Requirement.Text required) {
        List<WordPiece> pieces = new ArrayList<>();
        String text = required.text();
        int at = 0;
        while (at < text.length()) {
            while (at < text.length() && !Words.isPart(text.charAt(at))) {
                at++;
            }
            int start = at;
            while (at < text.length() && Words.isPart(text.charAt(at))) {
                at++;
            }
            if (at - start >= Words.SHORTEST && at - start <= Words.LONGEST) {
                String wanted = (start > 0 ? "\n" : "") + text.substring(start, at) + (at < text.length() ? "\n" : "");
                pieces.add(new WordPiece(wanted, required.letters() == Letters.BOTH_CASES));
            }
        }
        return pieces;
    }
}
