package dev.orrery.indexer.store;

/**
 * By what a file is known to be unchanged without reading it.
 *
 * @param size in bytes
 * @param modifiedNanos time of the last change, in nanoseconds since 1970
 * @param inode hash of the system's file key, 0 where it has none
 * @param racy whether the file was changed so shortly before it was read that a later change could leave the same stamp
 */
public record FileStamp(long size, long modifiedNanos, long inode, boolean racy) {
    /** The coarsest clock of a file system in use (FAT) ticks every two seconds. */
    private static final long COARSEST_TICK_NANOS = 2_000_000_000L;

    /** The stamp of a file whose attributes were taken at {@code nowNanos}, before it was read. */
    public static FileStamp taken(long size, long modifiedNanos, long inode, long nowNanos) {
        return new FileStamp(size, modifiedNanos, inode, nowNanos - modifiedNanos < COARSEST_TICK_NANOS);
    }

    /** Whether a file that now has these attributes surely still has the content it was read with. */
    public boolean proves(FileStamp now) {
        return !racy && size == now.size && modifiedNanos == now.modifiedNanos && inode == now.inode;
    }

    /** A stamp that proves nothing, so that the file is looked at again next time. */
    public FileStamp unproven() {
        return new FileStamp(size, modifiedNanos, inode, true);
    }
}
