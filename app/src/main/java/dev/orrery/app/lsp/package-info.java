/**
 * Orrery as a language server, over standard input and output: {@link dev.orrery.app.lsp.LspServer} runs it for any editor that speaks the
 * Language Server Protocol 3.18. Positions are UTF-16 units, as the protocol has them by default.
 */
@NullMarked
package dev.orrery.app.lsp;

import org.jspecify.annotations.NullMarked;
