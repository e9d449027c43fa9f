/**
 * Reading GGUF, the file format of llama.cpp's models, without llama.cpp: {@link dev.orrery.models.gguf.GgufFile} reads the header of a
 * file that nobody trusts, checks every count and size in it against the file's length, and gives what it says. Used before a native
 * library sees the file, and by whoever must know what a model would take. Versions 2 and 3, little-endian. Pure; safe from any thread.
 *
 * <p>The layout, after the GGUF specification (ggml, {@code docs/gguf.md}): magic, version, number of tensors, number of keys; the keys
 * with typed values; for each tensor its name, shape, type and offset; padding to {@code general.alignment}; the tensors' data.
 */
@NullMarked
package dev.orrery.models.gguf;

import org.jspecify.annotations.NullMarked;
