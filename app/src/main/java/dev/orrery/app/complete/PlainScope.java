package dev.orrery.app.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.Scope;
import dev.orrery.api.ScopeAt;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import java.util.List;

/** What is known without types: nothing of names, and whether a text parses worse than before. */
record PlainScope(SyntaxProbe syntax) implements ScopeAt, ProposalCheck {
    @Override
    public Scope at(Document document, int offset, Cancellation cancellation) {
        return new Scope(Scope.Place.UNKNOWN, offset, "", "", List.of(), false);
    }

    @Override
    public void warm(Cancellation cancellation) {}

    @Override
    public ProposalVerdict check(Document document, TextEdit edit, Cancellation cancellation) {
        if (!syntax.knows(document.path())) {
            return new ProposalVerdict(List.of(), List.of(), ProposalVerdict.Depth.NOTHING);
        }
        Document after = new Document(document.path(), document.version() + 1, edit.applyTo(document.text()));
        boolean worse = syntax.errors(after) > syntax.errors(document);
        return new ProposalVerdict(
                worse
                        ? List.of(new ProposalVerdict.Problem(
                                ProposalVerdict.Kind.SYNTAX,
                                0,
                                edit.text().length(),
                                UserMessage.of("app.complete.held.syntax")))
                        : List.of(),
                List.of(),
                ProposalVerdict.Depth.SYNTAX);
    }
}
