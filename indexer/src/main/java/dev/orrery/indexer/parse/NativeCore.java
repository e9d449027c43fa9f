package dev.orrery.indexer.parse;

import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Platform;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tree-sitter core of this process: which one is in use, and why. A process loads one core, at the first parse.
 *
 * @param kind where the core comes from
 * @param library the loaded file, or null where there is none
 * @param reason a sentence for the user about the choice
 */
public record NativeCore(Kind kind, @Nullable Path library, UserMessage reason) {

    /** Where a core comes from. */
    public enum Kind {
        /** Compiled with Orrery, with the shim that flattens a tree in one call. */
        COMPILED,
        /** The one that comes with the grammars; some five times slower. */
        PREBUILT,
        /** None fits this machine: nothing can be parsed. */
        ABSENT
    }

    /** Setting this system property to {@code true} takes the prebuilt core although there is a compiled one. */
    static final String FORCE_PREBUILT = "orrery.parse.prebuilt";

    private static final class Loaded {
        static final NativeFiles FILES = NativeFiles.of(AppFolders.current());
        static final NativeCore CORE = choose();
    }

    /** The core of this process. */
    public static NativeCore current() {
        return Loaded.CORE;
    }

    /** Whether the flattening shim is there. */
    boolean hasShim() {
        return kind == Kind.COMPILED;
    }

    /** The core's functions, alive as long as the arena. */
    SymbolLookup lookup(Arena arena) {
        if (library == null) {
            throw new IllegalStateException(reason.key());
        }
        return SymbolLookup.libraryLookup(library, arena);
    }

    /** A grammar's library, such as {@code c-sharp}'s, unpacked. */
    static Path grammarLibrary(String grammar) throws IOException {
        return Loaded.FILES.unpack(prebuilt("tree-sitter-" + grammar));
    }

    static boolean hasGrammar(String grammar) {
        return NativeFiles.exists(prebuilt("tree-sitter-" + grammar));
    }

    private static NativeCore choose() {
        String compiled = "dev/orrery/indexer/native/" + system(Platform.current()) + "-" + Platform.architecture()
                + "/liborrery-tree-sitter." + suffix();
        UserMessage why = UserMessage.of("indexer.core.notcompiled");
        if (Boolean.getBoolean(FORCE_PREBUILT)) {
            why = UserMessage.of("indexer.core.forced");
        } else if (NativeFiles.exists(compiled)) {
            try {
                return load(Kind.COMPILED, compiled, UserMessage.of("indexer.core.compiled"));
            } catch (IOException | IllegalArgumentException e) {
                why = UserMessage.of("indexer.core.broken", String.valueOf(e.getMessage()));
            }
        }
        try {
            return load(Kind.PREBUILT, prebuilt("tree-sitter"), why);
        } catch (IOException | IllegalArgumentException e) {
            UserMessage none = UserMessage.of(
                    "indexer.core.absent",
                    Platform.current() + " " + Platform.architecture(),
                    String.valueOf(e.getMessage()));
            return new NativeCore(Kind.ABSENT, null, none);
        }
    }

    private static NativeCore load(Kind kind, String resource, UserMessage reason) throws IOException {
        Path file = Loaded.FILES.unpack(resource);
        Optional<?> found = SymbolLookup.libraryLookup(file, Arena.global()).find("ts_parser_new");
        if (found.isEmpty()) {
            throw new IOException("no usable symbols in " + file.getFileName());
        }
        return new NativeCore(kind, file, reason);
    }

    private static String prebuilt(String library) {
        String system =
                switch (Platform.current()) {
                    case LINUX -> "linux-gnu";
                    case MACOS -> "macos";
                    case WINDOWS -> "windows";
                };
        return "lib/" + Platform.architecture() + "-" + system + "-" + library + "." + suffix();
    }

    private static String system(Platform platform) {
        return switch (platform) {
            case LINUX -> "linux";
            case MACOS -> "macos";
            case WINDOWS -> "windows";
        };
    }

    private static String suffix() {
        return switch (Platform.current()) {
            case LINUX -> "so";
            case MACOS -> "dylib";
            case WINDOWS -> "dll";
        };
    }
}
