package dev.orrery.indexer.scope;

import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import dev.orrery.api.ScopeName;
import dev.orrery.api.ScopeName.Fit;
import dev.orrery.api.ScopeName.Kind;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CaretScope;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.LiveFacts;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.SourceLanguage;
import dev.orrery.indexer.parse.VariableOrigin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One caret in a language that is linked by structure: the variables that can be named, what the file declares around the caret
 * and at its top, and what it imports by name. After a dot the members of the type around, where the word before the dot means
 * the object itself. Never complete.
 */
final class PlainScope {
    private static final String NAME = "caretHere";
    private static final Set<String> SELF = Set.of("self", "this");

    private final FileFacts facts;
    private final CaretScope caret;
    private final List<ScopeName> names = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private PlainScope(FileFacts facts, CaretScope caret) {
        this.facts = facts;
        this.caret = caret;
    }

    static Scope at(Parsing parsing, SourceLanguage language, Document document, int offset) {
        String text = document.text();
        int start = offset;
        while (start > 0 && Character.isUnicodeIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        int line = text.indexOf('\n', offset);
        String probe = text.substring(0, start) + NAME + "()" + (line < 0 ? "" : text.substring(line));
        Optional<LiveFacts> facts = parsing.live(language, probe.getBytes(StandardCharsets.UTF_8), NAME);
        if (facts.isEmpty() || facts.get().caret().isEmpty()) {
            return ScopeFinder.nothing(Place.UNKNOWN, start);
        }
        PlainScope scope =
                new PlainScope(facts.get().facts(), facts.get().caret().get());
        boolean member = start > 0 && text.charAt(start - 1) == '.';
        if (member) {
            scope.membersAround(wordBefore(text, start - 1));
        } else {
            scope.visible();
        }
        return new Scope(member ? Place.MEMBER : Place.EXPRESSION, start, "", "", scope.names, false);
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && Character.isUnicodeIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end);
    }

    private void membersAround(String receiver) {
        for (CaretScope.Around around : caret.around()) {
            if (SELF.contains(receiver)
                    && facts.declarations().kind(around.row()).isType()) {
                declaredIn(around.row(), 0);
                return;
            }
        }
    }

    private void visible() {
        for (CaretScope.Variable variable : caret.variables()) {
            VariableOrigin origin = facts.variables().origin(variable.row());
            boolean parameter = origin == VariableOrigin.PARAMETER || origin == VariableOrigin.LAMBDA;
            add(
                    facts.string(facts.variables().name(variable.row())),
                    parameter ? Kind.PARAMETER : Kind.LOCAL,
                    variable.distance());
        }
        int last = 0;
        for (CaretScope.Around around : caret.around()) {
            last = around.distance();
            declaredIn(around.row(), last);
        }
        declaredIn(-1, last + 1);
        Imports imports = facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            int name = imports.alias(row) >= 0 ? imports.alias(row) : imports.name(row);
            add(name >= 0 ? facts.string(name) : lastPart(facts.string(imports.path(row))), Kind.FIELD, last + 2);
        }
    }

    private static String lastPart(String path) {
        int cut = Math.max(path.lastIndexOf('.'), Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')));
        return path.substring(cut + 1);
    }

    private void declaredIn(int parent, int distance) {
        Declarations declarations = facts.declarations();
        for (int row = 0; row < declarations.count(); row++) {
            if (declarations.parent(row) == parent) {
                Optional<Kind> kind = kind(declarations.kind(row));
                if (kind.isPresent()) {
                    add(facts.name(row), kind.get(), distance);
                }
            }
        }
    }

    private static Optional<Kind> kind(SymbolKind kind) {
        return switch (kind) {
            case FIELD, ENUM_CONSTANT -> Optional.of(Kind.FIELD);
            case METHOD, FUNCTION, MACRO -> Optional.of(Kind.METHOD);
            case NAMESPACE -> Optional.of(Kind.PACKAGE);
            case CONSTRUCTOR, INITIALIZER -> Optional.empty();
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION, STRUCT, TRAIT, OBJECT, TYPE_ALIAS ->
                Optional.of(Kind.TYPE);
        };
    }

    private void add(String name, Kind kind, int distance) {
        boolean named =
                !name.isEmpty() && !name.equals(NAME) && Character.isUnicodeIdentifierStart(name.codePointAt(0));
        if (named && names.size() < Scope.MOST && seen.add(name + kind)) {
            names.add(new ScopeName(name, kind, "", "", distance, Fit.UNKNOWN, ""));
        }
    }
}
