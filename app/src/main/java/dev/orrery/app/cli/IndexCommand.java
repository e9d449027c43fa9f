package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Language;
import dev.orrery.api.UserMessage;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.base.Messages;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.IndexReport;
import dev.orrery.indexer.MeaningReport;
import dev.orrery.indexer.parse.Languages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery index DIR}: builds or refreshes an index and says what is in it. */
final class IndexCommand {
    private static final int PROBLEMS_SHOWN = 20;
    private static final int LIBRARIES_SHOWN = 3;

    private IndexCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("index", context.messages())
                .about("app.cli.index.about")
                .parameter("DIR", "app.cli.dir")
                .flag("--fresh", "app.cli.index.fresh")
                .flag("--json", "app.cli.json")
                .build(given -> {
                    if (given.flag("--fresh")) {
                        CodeIndexes.discard(Path.of(given.parameter(0)), context.folders());
                    }
                    try (CodeIndex index = context.open(given.parameter(0))) {
                        IndexReport report;
                        MeaningReport meaning;
                        try (ProgressLine line = ProgressLine.of(context)) {
                            report = index.refresh(line, Cancellation.NEVER);
                            meaning = index.refreshMeaning(line, Cancellation.NEVER);
                        }
                        complain(context, index.problems());
                        OptionalLong peak = PeakMemory.bytes();
                        List<String> rough = roughCalls(index.snapshot());
                        Found found = new Found(report, meaning, completion(context, index, report), rough, peak);
                        if (given.flag("--json")) {
                            context.out().json(json -> write(json, found));
                        } else {
                            print(context, found);
                        }
                        return index.problems().stream().anyMatch(IndexCommand::isNotKept)
                                ? ExitStatus.FAILED
                                : ExitStatus.DONE;
                    }
                });
    }

    /**
     * What is printed.
     *
     * @param peak the greatest resident set until the index was there; what is learned for completion comes later
     */
    private record Found(
            IndexReport report, MeaningReport meaning, Learned completion, List<String> rough, OptionalLong peak) {
        double secondsMeaning() {
            return report.secondsGraph() + meaning.seconds();
        }

        double secondsCompletion() {
            return secondsMeaning() + completion.seconds();
        }
    }

    /** How many files were learned for completion, and how long that took. */
    private record Learned(int files, double seconds) {}

    /** Where nothing was parsed, what is kept stays as it is: whoever completes code looks at every file anyway. */
    private static Learned completion(CliContext context, CodeIndex index, IndexReport report) {
        long began = System.nanoTime();
        try (RepositoryCompletion completion = new RepositoryCompletion(index, context.folders(), context::say)) {
            int files = report.parsed() == 0 && completion.isKept() ? 0 : completion.learn(Cancellation.NEVER);
            return new Learned(files, (System.nanoTime() - began) / 1e9);
        }
    }

    /** An index that is not there afterwards is not what this command is for. */
    private static boolean isNotKept(UserMessage problem) {
        return problem.key().equals("indexer.disk.notkept") || problem.key().equals("indexer.cache.readonly");
    }

    static void complain(CliContext context, List<UserMessage> problems) {
        problems.stream().limit(PROBLEMS_SHOWN).forEach(context::say);
        if (problems.size() > PROBLEMS_SHOWN) {
            context.say(UserMessage.of("app.cli.moreproblems", problems.size() - PROBLEMS_SHOWN));
        }
    }

    /** Where the problems are not what the user asked for. */
    static void mention(CliContext context, List<UserMessage> problems) {
        problems.stream().filter(IndexCommand::isNotKept).forEach(context::say);
        List<UserMessage> ofFiles =
                problems.stream().filter(problem -> !isNotKept(problem)).toList();
        if (ofFiles.size() == 1) {
            context.say(ofFiles.getFirst());
        } else if (!ofFiles.isEmpty()) {
            context.say(UserMessage.of("app.cli.problems", ofFiles.size()));
        }
    }

    /** The languages in the graph whose calls nobody has measured. */
    private static List<String> roughCalls(CodeGraph graph) {
        Set<String> rough = new TreeSet<>();
        for (int call = 0; call < graph.callCount(); call++) {
            Language language = graph.language(graph.file(graph.caller(call)));
            if (Languages.standard().hasRoughCalls(language)) {
                rough.add(language.id());
            }
        }
        return List.copyOf(rough);
    }

    private static void print(CliContext context, Found found) {
        IndexReport report = found.report();
        Messages messages = context.messages();
        Output out = context.out();
        out.line(messages.text("app.cli.index.files", report.files(), report.lines(), report.parsed()));
        if (report.files() == 0) {
            out.line(messages.text("app.cli.index.nothing"));
        }
        out.line(messages.text("app.cli.index.symbols", report.symbols()));
        out.line(messages.text(
                "app.cli.index.calls",
                report.calls(),
                report.exact(),
                report.inferred(),
                report.ambiguous(),
                report.external()));
        if (!found.rough().isEmpty()) {
            out.line(messages.text("app.cli.index.rough", String.join(", ", found.rough())));
        }
        if (report.libraries() > 0) {
            out.line(messages.text("app.cli.index.libraries", report.libraries()));
        }
        List<String> missing = report.librariesMissing();
        if (!missing.isEmpty()) {
            String first = String.join(", ", missing.subList(0, Math.min(LIBRARIES_SHOWN, missing.size())));
            out.line(messages.text("app.cli.index.nolibrary", missing.size(), first));
        }
        out.line(messages.text("app.cli.index.seconds", report.secondsGraph()));
        out.line(messages.text(
                "app.cli.index.meaning", found.secondsMeaning(), found.meaning().declarations()));
        out.line(messages.text(
                "app.cli.index.completion",
                found.secondsCompletion(),
                found.completion().files()));
        out.line(messages.text("app.cli.index.disk", found.meaning().bytesOnDisk() / 1e6));
        if (found.peak().isPresent()) {
            out.line(messages.text("app.cli.index.memory", found.peak().getAsLong() / 1e6));
        }
    }

    private static void write(JsonGenerator json, Found found) throws IOException {
        IndexReport report = found.report();
        json.writeStartObject();
        json.writeNumberField("files", report.files());
        json.writeNumberField("lines", report.lines());
        json.writeNumberField("symbols", report.symbols());
        json.writeNumberField("calls", report.calls());
        json.writeNumberField("exact", report.exact());
        json.writeNumberField("inferred", report.inferred());
        json.writeNumberField("ambiguous", report.ambiguous());
        json.writeNumberField("external", report.external());
        json.writeArrayFieldStart("roughCalls");
        for (String language : found.rough()) {
            json.writeString(language);
        }
        json.writeEndArray();
        json.writeNumberField("parsed", report.parsed());
        json.writeNumberField("libraries", report.libraries());
        json.writeArrayFieldStart("librariesMissing");
        for (String library : report.librariesMissing()) {
            json.writeString(library);
        }
        json.writeEndArray();
        json.writeNumberField("secondsGraph", report.secondsGraph());
        json.writeNumberField("secondsMeaning", found.secondsMeaning());
        json.writeNumberField("secondsCompletion", found.secondsCompletion());
        json.writeNumberField("bytesOnDisk", found.meaning().bytesOnDisk());
        if (found.peak().isPresent()) {
            json.writeNumberField("peakRss", found.peak().getAsLong());
        } else {
            json.writeNullField("peakRss");
        }
        json.writeEndObject();
    }
}
