package dev.orrery.models.complete;

import dev.orrery.api.ScopeName;
import java.util.Optional;

/**
 * A row of the list of names.
 *
 * @param text all of the word that it completes
 * @param name what is named, where the types know it
 * @param probability that it is the next word, 0 to 1
 */
public record Item(String text, Optional<ScopeName> name, double probability) {}
