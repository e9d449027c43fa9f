package dev.orrery.app.cli;

import dev.orrery.app.lsp.LspServer;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code orrery lsp}: a language server over standard input and output. Nothing else may write there, so it takes the output itself. */
final class LspCommand {
    private LspCommand() {}

    static CommandSpec spec(CliContext context) {
        return new CommandBuilder("lsp", context.messages())
                .about("app.lsp.about")
                .build(given -> LspServer.serve(
                                context.folders(),
                                context.messages(),
                                context.in(),
                                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))
                        ? ExitStatus.DONE
                        : ExitStatus.FAILED);
    }
}
