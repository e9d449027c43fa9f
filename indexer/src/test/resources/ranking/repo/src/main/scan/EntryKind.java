package dev.orrery.indexer.scan;

/** What a path names, as far as ignore rules tell entries apart. */
public enum EntryKind {
    FILE,
    FOLDER
}
