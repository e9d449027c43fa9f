package dev.orrery.bench;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What javac has to say about one file, the rest of its project being there as classes. */
final class MutantOracle {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
    private final List<String> options;

    MutantOracle(String classPath) {
        options = List.of(
                "-proc:none",
                "-Xlint:none",
                "-nowarn",
                "-XDshould-stop.ifError=FLOW",
                "-Xmaxerrs",
                "5",
                "-cp",
                classPath);
    }

    /** The codes of the errors, in the order of the text's attribution. */
    List<String> errors(String path, String text) {
        List<String> errors = new ArrayList<>();
        JavacTask task = (JavacTask) compiler.getTask(
                null,
                files,
                diagnostic -> {
                    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                        errors.add(diagnostic.getCode());
                    }
                },
                options,
                null,
                List.of(new Source(path, text)));
        try {
            task.analyze();
        } catch (IOException | RuntimeException e) {
            errors.add("crash");
        }
        return errors;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path.replace(' ', '_')), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }
    }
}
