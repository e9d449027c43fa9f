package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.ScopeName;
import dev.orrery.api.UserMessage;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.Item;
import dev.orrery.models.complete.Proposal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what was found for a caret: each proposal under a line about it, then words; or one JSON object. */
final class CompleteAnswer {
    private static final int WORDS = 10;

    private final CliContext context;
    private final CompletionRequest request;

    CompleteAnswer(CliContext context, CompletionRequest request) {
        this.context = context;
        this.request = request;
    }

    void text(Answer answer) {
        for (Proposal proposal : answer.proposals()) {
            String imports = proposal.imports().isEmpty()
                    ? ""
                    : "\t" + context.messages().text("app.cli.complete.imports", String.join(", ", proposal.imports()));
            context.out()
                    .line(context.messages()
                                    .text(
                                            "app.cli.complete.proposal",
                                            proposal.source().engine(),
                                            proposal.source().model(),
                                            proposal.probability(),
                                            millis(proposal.took()))
                            + imports);
            context.out().line(proposal.edit().text());
        }
        if (!answer.items().isEmpty()) {
            context.out().line(context.messages().text("app.cli.complete.words"));
            answer.items().stream().limit(WORDS).forEach(item -> context.out()
                    .line(item.text()
                            + item.name()
                                    .map(name -> "\t" + kind(name) + "\t" + name.signature() + "\t" + name.type() + "\t"
                                            + name.importName())
                                    .orElse("")));
        }
    }

    /** Why nothing is proposed. */
    UserMessage why(Answer answer) {
        List<UserMessage> reasons = answer.silence().isEmpty()
                ? answer.heldBack().stream()
                        .flatMap(held -> held.why().stream())
                        .distinct()
                        .toList()
                : answer.silence();
        String words = String.join(
                " ",
                reasons.stream().map(reason -> context.messages().text(reason)).toList());
        return UserMessage.of(
                answer.silence().isEmpty() && !reasons.isEmpty() ? "app.cli.complete.held" : "app.cli.complete.nothing",
                words);
    }

    void json(int line, int column, Answer answer) {
        context.out().json(json -> {
            json.writeStartObject();
            json.writeStringField("file", request.document().path());
            json.writeNumberField("line", line);
            json.writeNumberField("column", column);
            json.writeArrayFieldStart("proposals");
            for (Proposal proposal : answer.proposals()) {
                json.writeStartObject();
                fields(proposal, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("items");
            for (Item item : answer.items()) {
                item(item, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("heldBack");
            for (Answer.HeldBack held : answer.heldBack()) {
                json.writeStartObject();
                fields(held.proposal(), json);
                sentences("why", held.why(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            sentences("silence", answer.silence(), json);
            json.writeArrayFieldStart("stages");
            for (Map.Entry<String, Duration> stage : answer.stages().entrySet()) {
                json.writeStartObject();
                json.writeStringField("stage", stage.getKey());
                json.writeNumberField("milliseconds", millis(stage.getValue()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void fields(Proposal proposal, JsonGenerator json) throws IOException {
        json.writeStringField("text", proposal.edit().text());
        place("start", proposal.edit().start(), json);
        place("end", proposal.edit().end(), json);
        json.writeStringField("engine", proposal.source().engine());
        json.writeStringField("model", proposal.source().model());
        json.writeNumberField("probability", proposal.probability());
        strings("imports", proposal.imports(), json);
        json.writeNumberField("milliseconds", millis(proposal.took()));
        strings("paths", proposal.source().paths(), json);
    }

    private void place(String name, int offset, JsonGenerator json) throws IOException {
        String text = request.document().text();
        json.writeObjectFieldStart(name);
        json.writeNumberField("line", CaretPlace.line(text, offset));
        json.writeNumberField("column", CaretPlace.column(text, offset));
        json.writeEndObject();
    }

    private static void item(Item item, JsonGenerator json) throws IOException {
        Optional<ScopeName> name = item.name();
        json.writeStartObject();
        json.writeStringField("text", item.text());
        json.writeStringField("kind", name.map(CompleteAnswer::kind).orElse("word"));
        json.writeStringField("signature", name.map(ScopeName::signature).orElse(""));
        json.writeStringField("type", name.map(ScopeName::type).orElse(""));
        json.writeStringField("import", name.map(ScopeName::importName).orElse(""));
        json.writeNumberField("probability", item.probability());
        json.writeEndObject();
    }

    private static String kind(ScopeName name) {
        return name.kind().name().toLowerCase(Locale.ROOT);
    }

    private void sentences(String name, List<UserMessage> messages, JsonGenerator json) throws IOException {
        strings(
                name,
                messages.stream()
                        .map(message -> context.messages().text(message))
                        .toList(),
                json);
    }

    private static void strings(String name, List<String> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String each : all) {
            json.writeString(each);
        }
        json.writeEndArray();
    }

    private static double millis(Duration took) {
        return took.toNanos() / 1e6;
    }
}
