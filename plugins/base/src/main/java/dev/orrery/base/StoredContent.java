package dev.orrery.base;

/** What reading an {@link AtomicFile} found. */
public sealed interface StoredContent {
    /** There is no such file. */
    record Absent() implements StoredContent {}

    /**
     * The content as it was written.
     *
     * @param bytes a fresh array
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Intact(byte[] bytes) implements StoredContent {}

    /**
     * The file was written in a form that this program does not know.
     *
     * @param version the form's version
     */
    record OtherVersion(int version) implements StoredContent {}

    /** The file is cut off, too long, changed, or something else altogether. */
    record Damaged() implements StoredContent {}
}
