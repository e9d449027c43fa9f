package dev.orrery.indexer.scan;

import dev.orrery.api.UserMessage;
import java.util.List;

/**
 * What one walk found.
 *
 * @param files sorted by path
 * @param folders every folder that was walked, sorted; the empty string is the root
 * @param problems what could not be read and why
 */
public record Scan(List<ScannedFile> files, List<String> folders, List<UserMessage> problems) {}
