/**
 * Text to tokens and back, for models whose files leave that to us: {@link dev.orrery.models.tokens.BytePairTokenizer}, byte-level
 * byte-pair encoding (Sennrich et al. 2016, over bytes as in GPT-2), and {@link dev.orrery.models.tokens.Utf8Pieces}, which makes text of
 * tokens' bytes as they come. Pure; what streams belongs to one answer and one thread, all else is safe from any thread.
 *
 * <p>A tokenizer's file, format 1, is JSON: {@code {"format": 1, "merges": [[101, 114], …], "marks": ["<|end|>", …]}}. Tokens 0 to 255 are
 * the bytes; token 256 + i joins the two tokens of {@code merges[i]}; the marks follow in their order. A mark never comes out of text, so
 * that nothing in a user's files can pretend to be one.
 *
 * <p>Text is cut into pieces first, and no merge crosses a cut: a word ({@code [A-Za-z_] or a byte from 128}, then digits too), a number,
 * a run of other visible characters, each with one blank before it where there is one; a line break with all white space behind it; a run of
 * blanks. A piece has at most 64 bytes.
 */
@NullMarked
package dev.orrery.models.tokens;

import org.jspecify.annotations.NullMarked;
