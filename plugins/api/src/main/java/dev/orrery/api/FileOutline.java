package dev.orrery.api;

import java.util.List;

/** Lists a text's declarations in source order. Safe from any thread. */
public interface FileOutline {
    List<OutlineItem> outline(Document document);
}
